package dev.tracemend.status.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Locale;
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

    /** What is routed, as {@code get /path/{variable}}; Micronaut answers HEAD wherever it answers GET. */
    List<String> routes() {
        return context.getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(route -> route.getHttpMethodName().toLowerCase(Locale.ROOT) + " "
                        + route.getUriMatchTemplate().toPathString())
                .toList();
    }

    @Override
    public void close() {
        server.stop();
        context.close();
    }
}
