package dev.tracemend.agent.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rungs one change has taken so far, with the time each took. */
final class Climb {
    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_FEEDBACK = 2000;

    private final List<LadderStep> steps = new ArrayList<>();
    private final List<String> turned = new ArrayList<>();
    private long since = System.nanoTime();
    private int passToPass;
    private int changedInputs;

    private void step(String name, boolean passed, String detail) {
        long now = System.nanoTime();
        steps.add(new LadderStep(name, passed, cut(detail, LONGEST_DETAIL), Duration.ofNanos(now - since)));
        since = now;
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    void held(String name, String detail) {
        step(name, true, detail);
    }

    /** A test or reproduction that failed before passes now. */
    void turned(String name) {
        turned.add(name);
    }

    void passToPass(int tests) {
        passToPass = tests;
    }

    void changedInputs(int inputs) {
        changedInputs = inputs;
    }

    Judgement fell(String name, String detail, String feedback) {
        step(name, false, detail);
        return new Judgement(false, steps, turned, passToPass, changedInputs, cut(feedback, LONGEST_FEEDBACK));
    }

    Judgement reached() {
        return new Judgement(true, steps, turned, passToPass, changedInputs, "");
    }
}
