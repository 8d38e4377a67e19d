package com.example.shop;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One round of customers over HTTP, one request after the other and always in the same order. */
final class Traffic {
    private static final int PARCELS = 500;
    private static final List<String> ABROAD = List.of("IS", "NO", "IS", "LI", "MT");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Traffic(int port) {
        base = "http://127.0.0.1:" + port;
    }

    void drive() throws IOException, InterruptedException {
        phase("morning", List.of(
                path("/shipping/quote", "country", "DE", "grams", "500"),
                path("/catalog/labels", "sku", "lamp", "season", "winter"),
                path("/shipping/promise", "delivery", "STANDARD", "country", "AT"),
                path("/orders/place", "sku", "lamp", "quantity", "2")));
        phase("shelves", List.of(
                path("/inventory/place", "sku", "desk", "crates", "9"),
                path("/inventory/place", "sku", "sofa", "crates", "40"),
                path("/inventory/import", "line", "chair;12")));
        phase("import", List.of(
                path("/inventory/import", "line", "lamp; 12"),
                path("/inventory/import", "line", "sofa;3"),
                path("/inventory/import", "line", "desk; 7")));
        phase("baskets", List.of(
                path("/basket/without", "items", "[desk, lamp, chair]", "item", "lamp"),
                path("/basket/without", "items", "[lamp, desk, lamp, chair]", "item", "lamp")));
        phase("reports", List.of(
                path("/reports/day", "day", "friday", "amounts", "[1990, 4990, 2490]"),
                path("/reports/day", "day", "sunday", "amounts", "[]")));
        phase("labels", List.of(
                path("/catalog/labels", "sku", "hammock", "season", "summer"),
                path("/catalog/labels", "sku", "desk", "season", "summer")));
        phase("loyalty", List.of(
                path("/customers/discount", "customer", "ada"),
                path("/customers/discount", "customer", "grace"),
                path("/customers/discount", "customer", "alan")));
        phase("delivery", List.of(
                path("/shipping/promise", "delivery", "express", "country", "DE"),
                path("/shipping/promise", "delivery", "PICKUP", "country", "DE"),
                path("/shipping/promise", "delivery", "express", "country", "FR")));
        phase("parcels", parcels());
        phase("payment", List.of(path("/orders/pay", "order", "1001", "cents", "4990")));
        phase("returns", List.of(path("/orders/place", "sku", "chair", "quantity", "-3")));
        phase("evening", List.of(
                path("/orders/place", "sku", "desk", "quantity", "1"),
                path("/shipping/quote", "country", "FR", "grams", "2500")));
    }

    private static List<String> parcels() {
        List<String> paths = new ArrayList<>();
        for (int parcel = 0; parcel < PARCELS; parcel++) {
            String country = ABROAD.get(parcel % ABROAD.size());
            paths.add(path("/shipping/quote", "country", country, "grams", Integer.toString(100 + parcel)));
        }
        return paths;
    }

    private void phase(String name, List<String> paths) throws IOException, InterruptedException {
        Map<Integer, Integer> answers = new TreeMap<>();
        for (String path : paths) {
            answers.merge(get(path), 1, Integer::sum);
        }
        System.out.println(name + ": " + paths.size() + " requests, answers by status " + answers);
    }

    private int get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static String path(String path, String... namesAndValues) {
        StringBuilder url = new StringBuilder(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            url.append(i == 0 ? '?' : '&').append(namesAndValues[i]).append('=');
            url.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return url.toString();
    }
}
