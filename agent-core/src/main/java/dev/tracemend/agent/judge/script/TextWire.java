package dev.tracemend.agent.judge.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Lists of texts on a stream: a line with their number, then for each a line with its length in bytes and its bytes. */
final class TextWire {
    private static final int MOST_TEXTS = 1_000_000;
    private static final int LONGEST = 64 << 20;

    private TextWire() {}

    static void write(OutputStream out, List<String> texts) throws IOException {
        out.write((texts.size() + "\n").getBytes(UTF_8));
        for (String text : texts) {
            byte[] bytes = text.getBytes(UTF_8);
            out.write((bytes.length + "\n").getBytes(UTF_8));
            out.write(bytes);
        }
        out.flush();
    }

    static List<String> read(InputStream in) throws IOException {
        int count = number(in, MOST_TEXTS);
        List<String> texts = new ArrayList<>();
        int total = 0;
        for (int i = 0; i < count; i++) {
            int length = number(in, LONGEST - total);
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("a text ends early");
            }
            total += length;
            texts.add(new String(bytes, UTF_8));
        }
        return texts;
    }

    private static int number(InputStream in, int most) throws IOException {
        long value = 0;
        int digits = 0;
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < '0' || sign > '9' || ++digits > 9) {
                throw new IOException(sign < 0 ? "the stream has ended" : "not a number");
            }
            value = value * 10 + (sign - '0');
        }
        if (digits == 0 || value > most) {
            throw new IOException("not a number in bounds: " + value);
        }
        return (int) value;
    }
}
