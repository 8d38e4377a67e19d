package dev.tracemend.bench.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads answers from the bytes of a connection as they come: with a length, or in chunks. */
final class HttpReply {
    private static final int LONGEST_LINE = 16_384;

    private final Body body;
    private final StringBuilder line = new StringBuilder();
    private Step step = Step.HEAD;
    private int status;
    private long left;
    private boolean chunked;

    /** Where the parts of a body go, and its end. */
    interface Body {
        void part(byte[] bytes, int from, int to);

        void end(int status);
    }

    private enum Step {
        HEAD,
        FIXED,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    HttpReply(Body body) {
        this.body = body;
    }

    void take(byte[] bytes, int length) {
        for (int i = 0; i < length; ) {
            if (step == Step.FIXED || step == Step.CHUNK) {
                int part = (int) Math.min(left, length - i);
                body.part(bytes, i, i + part);
                left -= part;
                i += part;
                if (left == 0) {
                    filled();
                }
            } else {
                character((char) (bytes[i++] & 0xff));
            }
        }
    }

    private void filled() {
        if (step == Step.FIXED) {
            end();
        } else {
            step = Step.CHUNK_END;
        }
    }

    private void character(char next) {
        if (next == '\n') {
            String read = line.toString().strip();
            line.setLength(0);
            line(read);
        } else if (line.length() < LONGEST_LINE) {
            line.append(next);
        } else {
            throw new IllegalStateException("not an answer in HTTP: " + line.substring(0, 80));
        }
    }

    private void line(String read) {
        switch (step) {
            case HEAD -> head(read);
            case CHUNK_SIZE -> {
                left = Long.parseLong(read, 16);
                step = left == 0 ? Step.TRAILER : Step.CHUNK;
            }
            case CHUNK_END -> step = Step.CHUNK_SIZE;
            case TRAILER -> {
                if (read.isEmpty()) {
                    end();
                }
            }
            default -> throw new IllegalStateException("a line within a body");
        }
    }

    private void head(String read) {
        String lower = read.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http/1.1 ")) {
            status = Integer.parseInt(lower.substring(9, 12));
        } else if (lower.startsWith("content-length:")) {
            left = Long.parseLong(lower.substring(15).strip());
        } else if (lower.startsWith("transfer-encoding:")) {
            chunked = lower.contains("chunked");
        } else if (read.isEmpty() && chunked) {
            step = Step.CHUNK_SIZE;
        } else if (read.isEmpty() && left > 0) {
            step = Step.FIXED;
        } else if (read.isEmpty()) {
            end();
        }
    }

    private void end() {
        step = Step.HEAD;
        left = 0;
        chunked = false;
        body.end(status);
    }

    /** A request without a body. */
    static byte[] request(String path, String host) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
