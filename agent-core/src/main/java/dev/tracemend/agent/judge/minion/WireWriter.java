package dev.tracemend.agent.judge.minion;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts numbers, texts and lists into bytes. */
final class WireWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Something that writes to memory and so cannot fail. */
    private interface Write {
        void run() throws IOException;
    }

    private static void sure(Write write) {
        try {
            write.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void number(long value) {
        sure(() -> out.writeLong(value));
    }

    void tag(int value) {
        sure(() -> out.writeByte(value));
    }

    void flag(boolean value) {
        tag(value ? 1 : 0);
    }

    void bytes(byte[] value) {
        sure(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    <T> void list(List<T> items, Consumer<? super T> each) {
        sure(() -> out.writeInt(items.size()));
        items.forEach(each);
    }

    void texts(List<String> items) {
        list(items, this::text);
    }

    <T> void map(Map<String, T> map, Consumer<? super T> each) {
        list(List.copyOf(map.entrySet()), entry -> {
            text(entry.getKey());
            each.accept(entry.getValue());
        });
    }

    byte[] finished() {
        return bytes.toByteArray();
    }
}
