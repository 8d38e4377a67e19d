package dev.tracemend.agent.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells the markers of our protocol from what commands print, in whatever pieces the bytes come. A marker is {@code RS
 * nonce SP body RS nonce LF}; anything else, also half of one, is output.
 */
final class MarkerScanner {
    private static final byte RS = 0x1e;
    private static final int LONGEST = 64 << 10;

    private final byte[] opening;
    private final byte[] closing;
    private final Sink sink;
    private byte[] held = new byte[256];
    private int heldLength;

    /** Where the two go. */
    interface Sink {
        void output(byte[] bytes, int from, int length);

        void marker(String body);
    }

    MarkerScanner(String nonce, Sink sink) {
        this.opening = ((char) RS + nonce + " ").getBytes(StandardCharsets.US_ASCII);
        this.closing = ((char) RS + nonce + "\n").getBytes(StandardCharsets.US_ASCII);
        this.sink = sink;
    }

    void feed(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            if (heldLength == 0) {
                int from = at;
                while (at < length && bytes[at] != RS) {
                    at++;
                }
                if (at > from) {
                    sink.output(bytes, from, at - from);
                }
                if (at < length) {
                    hold(bytes[at++]);
                }
            } else if (heldLength < opening.length && bytes[at] != opening[heldLength]) {
                release();
            } else {
                hold(bytes[at++]);
                settle();
            }
        }
    }

    /** No more will come: half a marker is output. */
    void end() {
        release();
    }

    private void settle() {
        if (heldLength > opening.length && held[heldLength - 1] == '\n' && endsWithClosing()) {
            int length = heldLength - opening.length - closing.length;
            String body = new String(held, opening.length, length, StandardCharsets.UTF_8);
            heldLength = 0;
            sink.marker(body);
        } else if (heldLength > LONGEST) {
            release();
        }
    }

    private boolean endsWithClosing() {
        int from = heldLength - closing.length;
        return from >= opening.length && Arrays.equals(held, from, heldLength, closing, 0, closing.length);
    }

    private void hold(byte b) {
        if (heldLength == held.length) {
            held = Arrays.copyOf(held, held.length * 2);
        }
        held[heldLength++] = b;
    }

    private void release() {
        int length = heldLength;
        heldLength = 0;
        if (length > 0) {
            sink.output(held, 0, length);
        }
    }
}
