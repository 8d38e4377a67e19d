package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The service: one address a call of {@link Routes}. */
public final class App {
    private static final Logger LOG = Logger.getLogger("shop");
    private final Routes routes = new Routes();

    public static HttpServer start(int port) throws IOException {
        App app = new App();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", app::serve);
        server.start();
        return server;
    }

    private void serve(HttpExchange exchange) throws IOException {
        int code = 200;
        String answer;
        try {
            answer = routes.answer(exchange.getRequestURI().getPath(), query(exchange.getRequestURI().getRawQuery()));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "request " + exchange.getRequestURI() + " failed", e);
            code = 500;
            answer = "error";
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int at = pair.indexOf('=');
            String value = java.net.URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8);
            query.put(pair.substring(0, at), value);
        }
        return query;
    }

    public static void main(String[] args) throws IOException {
        start(8080);
    }
}
