package com.example.shop.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.shop.payments.PaymentGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private final OrderService orders = new OrderService(new PaymentGateway("127.0.0.1", 9));

    @Test
    void ordersAreNumbered() {
        assertEquals(new Order(1001, "lamp", 2), orders.place("lamp", 2));
        assertEquals(new Order(1002, "desk", 1), orders.place("desk", 1));
    }

    @Test
    void nobodyOrdersLessThanOne() {
        Exception e = assertThrows(BadRequestException.class, () -> orders.place("lamp", 0));
        assertEquals("quantity must be positive, got 0", e.getMessage());
    }

    @Test
    void nobodyOrdersMoreThanAHundred() {
        assertEquals(100, orders.place("lamp", 100).quantity());
        assertThrows(BadRequestException.class, () -> orders.place("lamp", 101));
    }

    @Test
    void receiptComesFromTheGateway() throws IOException {
        try (ServerSocket bank = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> sale = CompletableFuture.runAsync(() -> pay(bank));
            OrderService paid = new OrderService(new PaymentGateway("127.0.0.1", bank.getLocalPort()));
            assertEquals("R-77", paid.pay(1001, 4990));
            sale.join();
        }
    }

    private static void pay(ServerSocket bank) {
        try (Socket socket = bank.accept()) {
            socket.getOutputStream().write("PAID R-77\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
