package com.example.shop.payments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Charges through the bank's terminal: one line out, the receipt's line back. */
public final class PaymentGateway {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final String host;
    private final int port;

    public PaymentGateway(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Charges an order and returns the receipt. */
    public String charge(int order, int cents) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(("CHARGE " + order + " " + cents + "\n").getBytes(StandardCharsets.UTF_8));
            return receipt(socket);
        } catch (IOException e) {
            throw new PaymentException("payment gateway " + host + ":" + port + " did not answer for order " + order, e);
        }
    }

    private static String receipt(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        if (line == null || !line.startsWith("PAID ")) {
            throw new IOException("the gateway said: " + line);
        }
        return line.substring("PAID ".length());
    }
}
