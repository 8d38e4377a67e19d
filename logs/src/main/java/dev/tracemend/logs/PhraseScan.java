package dev.tracemend.logs;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Finds many phrases in one pass (Aho and Corasick), whatever their case; only ASCII phrases. */
final class PhraseScan {
    private static final int SYMBOLS = 64;
    private static final byte[] CODES = codes();

    /** By state and symbol; negative where a phrase ends with it, as most steps end none. */
    private final short[] next;

    private final short[] found;
    private final short[] shorter;
    private final List<String> phrases;

    /** A scan for these phrases, in small letters. */
    PhraseScan(List<String> phrases) {
        this.phrases = List.copyOf(phrases);
        int states = 1 + phrases.stream().mapToInt(String::length).sum();
        next = new short[states * SYMBOLS];
        found = new short[states];
        shorter = new short[states];
        Arrays.fill(found, (short) -1);
        short[] fallback = new short[states];
        int used = 1;
        for (int i = 0; i < phrases.size(); i++) {
            int state = 0;
            for (char c : phrases.get(i).toCharArray()) {
                int at = state * SYMBOLS + code(c);
                if (next[at] == 0) {
                    next[at] = (short) used++;
                }
                state = next[at];
            }
            found[state] = (short) i;
        }
        link(fallback);
        mark();
    }

    private void mark() {
        for (int at = 0; at < next.length; at++) {
            int to = next[at];
            next[at] = (short) (found[to] >= 0 || shorter[to] != 0 ? -to : to);
        }
    }

    private void link(short[] fallback) {
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int state = open.remove();
            int back = fallback[state];
            shorter[state] = found[back] >= 0 && state != 0 ? (short) back : shorter[back];
            for (int c = 0; c < SYMBOLS; c++) {
                int to = next[state * SYMBOLS + c];
                short other = state == 0 ? 0 : next[back * SYMBOLS + c];
                if (to == 0) {
                    next[state * SYMBOLS + c] = other;
                } else {
                    fallback[to] = other;
                    open.add(to);
                }
            }
        }
    }

    /** Tells {@code sink} of each phrase and where it ends, from {@code from} up to {@code end}. */
    void scan(String text, int from, int end, Sink sink) {
        int state = 0;
        for (int i = from; i < end; i++) {
            state = next[state * SYMBOLS + code(text.charAt(i))];
            if (state < 0) {
                state = -state;
                for (int s = found[state] >= 0 ? state : shorter[state]; s != 0; s = shorter[s]) {
                    sink.found(found[s], i + 1 - phrases.get(found[s]).length(), i + 1);
                }
            }
        }
    }

    private static int code(char c) {
        return c < 128 ? CODES[c] : 0;
    }

    private static byte[] codes() {
        byte[] codes = new byte[128];
        String known = "abcdefghijklmnopqrstuvwxyz0123456789 :_-='()./*[]<>|,\"";
        for (int i = 0; i < known.length(); i++) {
            codes[known.charAt(i)] = (byte) (i + 1);
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            codes[c] = codes[c + 32];
        }
        return codes;
    }

    /** What is told of each phrase that was found. */
    interface Sink {
        /** The phrase's number in the list, and where it starts and ends. */
        void found(int phrase, int from, int end);
    }
}
