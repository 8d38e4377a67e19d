package dev.tracemend.agent.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of which the first and the last are kept, and all are counted. Not for use by two threads. */
final class BoundedOutput {
    private final int half;
    private byte[] head = new byte[1024];
    private int headLength;
    private byte[] tail = new byte[0];
    private int tailEnd;
    private long total;

    BoundedOutput(int limit) {
        this.half = limit / 2;
    }

    void add(byte[] bytes, int from, int length) {
        total += length;
        int toHead = Math.min(length, half - headLength);
        if (toHead > 0) {
            if (headLength + toHead > head.length) {
                head = Arrays.copyOf(head, Math.min(half, Math.max(headLength + toHead, head.length * 2)));
            }
            System.arraycopy(bytes, from, head, headLength, toHead);
            headLength += toHead;
        }
        addToTail(bytes, from + toHead, length - toHead);
    }

    private void addToTail(byte[] bytes, int from, int length) {
        if (length == 0) {
            return;
        }
        if (tail.length == 0) {
            tail = new byte[half];
        }
        int count = Math.min(length, half);
        int start = from + length - count;
        int first = Math.min(count, half - tailEnd);
        System.arraycopy(bytes, start, tail, tailEnd, first);
        System.arraycopy(bytes, start + first, tail, 0, count - first);
        tailEnd = (tailEnd + count) % half;
    }

    long total() {
        return total;
    }

    boolean truncated() {
        return total > 2L * half;
    }

    /** All of it, or head and tail around a line with the number of bytes left out. */
    String text() {
        byte[] end = tailBytes();
        if (!truncated()) {
            byte[] all = Arrays.copyOf(head, headLength + end.length);
            System.arraycopy(end, 0, all, headLength, end.length);
            return new String(all, StandardCharsets.UTF_8);
        }
        int cut = wholeCharacters(head, headLength);
        int skip = 0;
        while (skip < Math.min(3, end.length) && isContinuation(end[skip])) {
            skip++;
        }
        long elided = total - cut - (end.length - skip);
        return new String(head, 0, cut, StandardCharsets.UTF_8)
                + "\n[… " + elided + " bytes left out …]\n"
                + new String(end, skip, end.length - skip, StandardCharsets.UTF_8);
    }

    private byte[] tailBytes() {
        long beyond = total - headLength;
        if (beyond < half) {
            return Arrays.copyOf(tail, (int) beyond);
        }
        byte[] end = new byte[half];
        System.arraycopy(tail, tailEnd, end, 0, half - tailEnd);
        System.arraycopy(tail, 0, end, half - tailEnd, tailEnd);
        return end;
    }

    /** The length without the beginning of a character whose rest is missing. */
    private static int wholeCharacters(byte[] bytes, int length) {
        int start = length;
        while (start > 0 && length - start < 3 && isContinuation(bytes[start - 1])) {
            start--;
        }
        if (start == 0) {
            return length;
        }
        int lead = bytes[start - 1] & 0xff;
        int size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
        return length - start + 1 < size ? start - 1 : length;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xc0) == 0x80;
    }
}
