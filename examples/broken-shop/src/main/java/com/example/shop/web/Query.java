package com.example.shop.web;

import com.example.shop.orders.BadRequestException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request. A list is written in brackets: {@code items=[lamp, desk]}. */
final class Query {
    private final Map<String, String> values = new LinkedHashMap<>();

    static Query parse(String raw) {
        Query query = new Query();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new BadRequestException("parameter " + name + " is missing");
        }
        return value;
    }

    int number(String name) {
        return number(name, text(name));
    }

    List<String> texts(String name) {
        String value = text(name);
        if (!value.startsWith("[") || !value.endsWith("]")) {
            throw new BadRequestException("parameter " + name + " must be a list in brackets");
        }
        String inside = value.substring(1, value.length() - 1).trim();
        return inside.isEmpty() ? List.of() : List.of(inside.split("\\s*,\\s*"));
    }

    List<Integer> numbers(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : texts(name)) {
            numbers.add(number(name, text));
        }
        return numbers;
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new BadRequestException("parameter " + name + " must be a number, got " + text);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** {@code name=value name="value with spaces"}, for the log. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> {
            boolean bare = value.startsWith("[") || (!value.isEmpty() && value.indexOf(' ') < 0);
            text.append(text.isEmpty() ? "" : " ").append(name).append('=');
            text.append(bare ? value : '"' + value + '"');
        });
        return text.toString();
    }
}
