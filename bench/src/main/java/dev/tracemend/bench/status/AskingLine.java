package dev.tracemend.bench.status;

import java.nio.charset.StandardCharsets;

/** A connection that asks one thing after the other. */
final class AskingLine implements HttpReply.Body {
    private static final String NEXT = "\"next\":\"";
    /** The end of a page says where the next one begins. */
    private static final int TAIL = 4_096;

    private final Asked asked;
    private final byte[] tail = new byte[TAIL];
    private long size;
    private Question question = Question.CONTAINERS;
    private long due;
    private boolean busy;

    /** What is asked for. */
    enum Question {
        CONTAINERS,
        INCIDENTS
    }

    /** Hears each answer: what was asked, when it was due, and the cursor of a page. */
    interface Asked {
        void answered(Question question, long due, int status, String next);
    }

    AskingLine(Asked asked) {
        this.asked = asked;
    }

    boolean busy() {
        return busy;
    }

    void ask(Question what, long dueNanos) {
        question = what;
        due = dueNanos;
        busy = true;
        size = 0;
    }

    @Override
    public void part(byte[] bytes, int from, int to) {
        for (int i = Math.max(from, to - TAIL); i < to; i++) {
            tail[(int) ((size + i - from) % TAIL)] = bytes[i];
        }
        size += to - from;
    }

    @Override
    public void end(int status) {
        busy = false;
        asked.answered(question, due, status, question == Question.INCIDENTS ? next() : "");
    }

    private String next() {
        byte[] ordered = new byte[(int) Math.min(size, TAIL)];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = tail[(int) ((size - ordered.length + i) % TAIL)];
        }
        String text = new String(ordered, StandardCharsets.UTF_8);
        int at = text.lastIndexOf(NEXT);
        return at < 0 ? "" : text.substring(at + NEXT.length(), text.indexOf('"', at + NEXT.length()));
    }
}
