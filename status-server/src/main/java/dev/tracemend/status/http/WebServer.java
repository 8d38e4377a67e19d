package dev.tracemend.status.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Micronaut with our controllers; reads no configuration file and no environment variable of its own. */
public final class WebServer implements AutoCloseable {
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private WebServer(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /** Returns when requests are answered; what Micronaut throws when the port is taken passes through. */
    public static WebServer start(WebSettings settings, WebParts parts) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .enableDefaultPropertySources(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .singletons(settings, parts.gate(), parts.board(), parts.probe(), parts.engine(), parts.decisions())
                .properties(Map.of(
                        "micronaut.application.name",
                        "tracemend-status",
                        "micronaut.server.host",
                        settings.host(),
                        "micronaut.server.port",
                        settings.port(),
                        "micronaut.server.max-request-size",
                        64 * 1024,
                        "micronaut.netty.event-loops.default.num-threads",
                        2))
                .build();
        try {
            context.start();
            return new WebServer(context, context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
        context.close();
    }
}
