package dev.tracemend.status;

import dev.tracemend.status.access.AccessToken;
import dev.tracemend.status.access.DefaultGateway;
import dev.tracemend.status.access.Gate;
import dev.tracemend.status.access.TokenFile;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardHealth;
import dev.tracemend.status.board.BoardSettings;
import dev.tracemend.status.board.DecisionPost;
import dev.tracemend.status.http.WebParts;
import dev.tracemend.status.http.WebServer;
import dev.tracemend.status.http.WebSettings;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.EngineProbe;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The running status server. {@link #start} returns when the page is answered; the board catches up in the background,
 * also when the broker comes later.
 */
public final class StatusServer implements AutoCloseable {
    private final StatusConfig config;
    private final List<AccessToken> made;
    private final WebParts parts;
    private final WebServer web;

    private StatusServer(StatusConfig config, List<AccessToken> made, WebParts parts, WebServer web) {
        this.config = config;
        this.made = made;
        this.parts = parts;
        this.web = web;
    }

    /**
     * Starts board, probe and HTTP side by side.
     *
     * @throws StatusStartException when HTTP cannot listen; nothing is left running then
     */
    public static StatusServer start(StatusConfig config) {
        List<AccessToken> made = made(config);
        Gate gate = gate(config, made);
        Board board = Board.start(new BoardSettings(
                config.bootstrap(), config.dataDir().resolve("board"), config.instance(), config.keep()));
        WebParts parts = new WebParts(
                gate,
                board,
                BrokerProbe.start(config.bootstrap()),
                EngineProbe.start(config.docker(), config.project()),
                new DecisionPost(config.bootstrap()));
        try {
            return new StatusServer(config, made, parts, WebServer.start(web(config), parts));
        } catch (RuntimeException e) {
            parts.close();
            throw new StatusStartException(message(config, e), e);
        }
    }

    /** Beyond loopback a token is demanded: where none was given, one of our own, kept so that a restart logs nobody out. */
    private static List<AccessToken> made(StatusConfig config) {
        if (config.isLoopback() || !config.access().given().isEmpty()) {
            return List.of();
        }
        try {
            return List.of(TokenFile.readOrMake(config.dataDir().resolve("token")));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new StatusStartException("the status page cannot start: " + e.getMessage(), e);
        }
    }

    private static Gate gate(StatusConfig config, List<AccessToken> made) {
        List<InetAddress> trusted = config.access().trustGateway()
                ? DefaultGateway.read(DefaultGateway.ROUTES).stream().toList()
                : List.of();
        return new Gate(
                made.isEmpty() ? config.access().given() : made,
                trusted,
                config.access().perSecond(),
                Clock.systemUTC(),
                System::nanoTime);
    }

    private static WebSettings web(StatusConfig config) {
        return new WebSettings(
                config.host(),
                config.port(),
                config.isLoopback(),
                config.allowedHosts(),
                config.modelNote(),
                config.bootstrap(),
                Optional.ofNullable(StatusServer.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                config.commit(),
                config.image(),
                config.composeHash());
    }

    private static String message(StatusConfig config, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                String said = String.valueOf(cause.getMessage());
                String remedy = said.contains("assign")
                        ? "no network card of this machine has that address; choose one with --host"
                        : "another program has the port; choose one with --port, 0 takes any";
                return "the status page cannot listen on " + config.host() + ":" + config.port() + " (" + said + "): "
                        + remedy;
            }
        }
        return "the status page cannot start on " + config.host() + ":" + config.port() + ": " + thrown.getMessage();
    }

    /** The port that is listened on. */
    public int port() {
        return web.port();
    }

    /** Where a browser on this machine finds the page. */
    public String url() {
        String host = config.host();
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (any ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** A link that logs a browser in, where the token is one of our own: nobody else knows it. */
    public Optional<String> entrance() {
        return made.stream().map(token -> url() + "/?token=" + token.reveal()).findFirst();
    }

    /** Whether the board has caught up, as {@code /health/readiness} tells it. */
    public boolean isReady() {
        return parts.board().health().state() == BoardHealth.State.RUNNING
                && parts.probe().last().reachable();
    }

    @Override
    public void close() {
        web.close();
        parts.close();
    }
}
