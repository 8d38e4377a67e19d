package com.example.shop.web;

import com.example.shop.basket.BasketService;
import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.LoyaltyService;
import com.example.shop.inventory.InventoryService;
import com.example.shop.orders.BadRequestException;
import com.example.shop.orders.OrderService;
import com.example.shop.payments.PaymentGateway;
import com.example.shop.reports.ReportService;
import com.example.shop.shipping.ShippingService;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The shop's HTTP door: finds the service for a path, and turns what it says or throws into an answer. */
public final class ShopServer {
    private static final Logger LOG = Logger.getLogger(ShopServer.class.getName());
    private static final int THREADS = 4;

    private final ShippingService shipping = new ShippingService();
    private final InventoryService inventory = new InventoryService();
    private final BasketService baskets = new BasketService();
    private final ReportService reports = new ReportService();
    private final CatalogService catalog = new CatalogService();
    private final LoyaltyService loyalty = new LoyaltyService();
    private final OrderService orders;
    private final HttpServer http;
    private final ExecutorService threads;
    private final Map<String, Function<Query, String>> routes = Map.of(
            "/shipping/quote", this::quote,
            "/shipping/promise", this::promise,
            "/inventory/place", this::placeCrates,
            "/inventory/import", this::importLine,
            "/basket/without", this::without,
            "/reports/day", this::day,
            "/catalog/labels", this::labels,
            "/customers/discount", this::discount,
            "/orders/place", this::placeOrder,
            "/orders/pay", this::pay);

    private ShopServer(HttpServer http, ExecutorService threads, PaymentGateway gateway) {
        this.http = http;
        this.threads = threads;
        this.orders = new OrderService(gateway);
    }

    /** Opens the shop on the loopback address; port 0 lets the system choose. */
    public static ShopServer start(int port, PaymentGateway gateway) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, task -> new Thread(task, "http-" + number.incrementAndGet()));
        ShopServer server = new ShopServer(http, threads, gateway);
        http.createContext("/", server::handle);
        http.setExecutor(threads);
        http.start();
        LOG.info("shop is open, port=" + server.port());
        return server;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    public void stop() {
        LOG.info("shop is closing");
        http.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Query query = Query.parse(exchange.getRequestURI().getRawQuery());
        Function<Query, String> route = routes.get(path);
        if (route == null) {
            answer(exchange, 404, "nothing here");
            return;
        }
        try {
            answer(exchange, 200, route.apply(query));
        } catch (BadRequestException e) {
            LOG.log(Level.WARNING, e, () -> "refused " + path + " " + query);
            answer(exchange, 400, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "failed " + path + " " + query);
            answer(exchange, 500, "something went wrong");
        }
    }

    private String quote(Query query) {
        return shipping.quote(query.text("country"), query.number("grams")) + " cents";
    }

    private String promise(Query query) {
        return shipping.promise(query.text("delivery"), query.text("country")) + " days";
    }

    private String placeCrates(Query query) {
        return inventory.place(query.text("sku"), query.number("crates"));
    }

    private String importLine(Query query) {
        return inventory.importLine(query.text("line")) + " units";
    }

    private String without(Query query) {
        return String.join(", ", baskets.without(query.texts("items"), query.text("item")));
    }

    private String day(Query query) {
        return reports.day(query.text("day"), query.numbers("amounts"));
    }

    private String labels(Query query) {
        return String.join(", ", catalog.labels(query.text("sku"), query.text("season")));
    }

    private String discount(Query query) {
        return loyalty.discountPercent(query.text("customer")) + " percent";
    }

    private String placeOrder(Query query) {
        return "order " + orders.place(query.text("sku"), query.number("quantity")).number();
    }

    private String pay(Query query) {
        return orders.pay(query.number("order"), query.number("cents"));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
