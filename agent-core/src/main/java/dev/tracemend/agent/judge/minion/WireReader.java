package dev.tracemend.agent.judge.minion;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes numbers, texts and lists out of bytes. Broken bytes end in {@link IllegalArgumentException} or {@link
 * BufferUnderflowException}; never more memory is taken than there are bytes.
 */
final class WireReader {
    private static final int DEEPEST = 64;

    private final ByteBuffer in;
    private int depth;

    WireReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    long number() {
        return in.getLong();
    }

    int tag() {
        return in.get();
    }

    boolean flag() {
        return tag() == 1;
    }

    private int size() {
        int size = in.getInt();
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("a size of " + size);
        }
        return size;
    }

    byte[] bytes() {
        byte[] bytes = new byte[size()];
        in.get(bytes);
        return bytes;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    <T> List<T> list(Supplier<T> each) {
        int size = size();
        List<T> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(each.get());
        }
        return items;
    }

    List<String> texts() {
        return list(this::text);
    }

    <T> Map<String, T> map(Supplier<T> each) {
        int size = size();
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(text(), each.get());
        }
        return map;
    }

    /** Reads something that may hold more of its kind, to a bounded depth. */
    <T> T nested(Supplier<T> inner) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nested too deep");
        }
        T read = inner.get();
        depth--;
        return read;
    }
}
