package com.example.shop;

import com.example.shop.logging.LogFile;
import com.example.shop.payments.PaymentGateway;
import com.example.shop.web.ShopServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the shop: {@code Main [--log FILE] [--port N] [--traffic]}. Without a port the system chooses one; with {@code
 * --traffic} the shop serves one round of customers and ends, else it runs until it is stopped.
 */
public final class Main {
    private static final String GATEWAY_HOST = "127.0.0.1";
    private static final int GATEWAY_PORT = 9;

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> options = Arrays.asList(args);
        LogFile.open(Path.of(after(options, "--log", "shop.log")));
        // The JDK's server waits for the client's acknowledgement otherwise: 40 ms a request on loopback.
        System.setProperty("sun.net.httpserver.nodelay", "true");

        PaymentGateway gateway = new PaymentGateway(GATEWAY_HOST, GATEWAY_PORT);
        ShopServer server = ShopServer.start(Integer.parseInt(after(options, "--port", "0")), gateway);
        System.out.println("shop: listening on http://127.0.0.1:" + server.port());
        if (options.contains("--traffic")) {
            try {
                new Traffic(server.port()).drive();
            } finally {
                server.stop();
            }
        } else {
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        }
    }

    private static String after(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
    }
}
