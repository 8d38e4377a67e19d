package dev.tracemend.logs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds in one pass over a text which rules may change it: an automaton over the literals of all of them (Aho and
 * Corasick's), with runs looked for in strides. The answer for a text that no rule can change costs no memory.
 */
final class NeedScan {
    /** What no text has: answers are shared and must not be changed. */
    private static final BitSet NONE = new BitSet(0);

    private final List<RedactionRule> rules;
    private final BitSet always = new BitSet();
    /** The class of each ASCII character; those of no literal are alike. */
    private final byte[] classes = new byte[128];

    private int width = 1;
    private int[] next = {};
    private final List<BitSet> found = new ArrayList<>();
    /** Per state, whether a literal ends there; by a flag as most states say no. */
    private boolean[] ends = {};

    private int digits;
    private int base64;

    NeedScan(List<RedactionRule> rules) {
        this.rules = rules;
        for (int rule = 0; rule < rules.size(); rule++) {
            RedactionNeeds needs = rules.get(rule).needs();
            always.set(rule, needs.isAlways());
            needs.literals().forEach(this::classify);
            digits = least(digits, needs.digits());
            base64 = least(base64, needs.base64());
        }
        build();
    }

    /** The rules that may change the text, by their places in the list; not to be changed. */
    BitSet due(String text) {
        BitSet due = always.isEmpty() ? NONE : (BitSet) always.clone();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            state = next[state * width + (c < 128 ? classes[c] : 0)];
            if (ends[state]) {
                due = due == NONE ? new BitSet() : due;
                due.or(found.get(state));
            }
        }
        if (hasRun(text, digits, true) || hasRun(text, base64, false)) {
            due = due == NONE ? new BitSet() : due;
            addRuns(text, due);
        }
        if (due != NONE) {
            dropLonely(text, due);
        }
        return due;
    }

    /** Those whose literal is there and the character that must be beside it is not. */
    private void dropLonely(String text, BitSet due) {
        for (int rule = due.nextSetBit(0); rule >= 0; rule = due.nextSetBit(rule + 1)) {
            char beside = rules.get(rule).needs().beside();
            if (beside != RedactionNeeds.NOTHING && text.indexOf(beside) < 0) {
                due.clear(rule);
            }
        }
    }

    private void addRuns(String text, BitSet due) {
        for (int rule = 0; rule < rules.size(); rule++) {
            RedactionNeeds needs = rules.get(rule).needs();
            if (RedactionNeeds.hasRun(text, needs.digits(), true)
                    || RedactionNeeds.hasRun(text, needs.base64(), false)) {
                due.set(rule);
            }
        }
    }

    /** May say yes where blanks make up the run, never no where there is one: looks at every so many-th place first. */
    private static boolean hasRun(String text, int least, boolean digits) {
        int at = least - 1;
        while (least > 0 && at < text.length()) {
            int start = at;
            while (start > at - least && isOf(text.charAt(start), digits)) {
                start--;
            }
            if (start == at - least) {
                return true;
            }
            at = start + least;
        }
        return false;
    }

    private static boolean isOf(char c, boolean digits) {
        return digits ? RedactionNeeds.isDigit(c) || c == ' ' || c == '-' : RedactionNeeds.isBase64(c);
    }

    private static int least(int some, int other) {
        return some == 0 || other == 0 ? Math.max(some, other) : Math.min(some, other);
    }

    private void classify(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (classes[c] == 0) {
                classes[c] = (byte) width++;
                classes[Character.toUpperCase(c)] = classes[c];
            }
        }
    }

    private void build() {
        next = new int[width];
        found.add(new BitSet());
        for (int rule = 0; rule < rules.size(); rule++) {
            for (String literal : rules.get(rule).needs().literals()) {
                add(literal, rule);
            }
        }
        linkFailures();
        ends = new boolean[found.size()];
        for (int state = 0; state < ends.length; state++) {
            ends[state] = !found.get(state).isEmpty();
        }
    }

    private void add(String literal, int rule) {
        int state = 0;
        for (int i = 0; i < literal.length(); i++) {
            int edge = state * width + classes[literal.charAt(i)];
            if (next[edge] == 0) {
                next[edge] = found.size();
                found.add(new BitSet());
                next = Arrays.copyOf(next, found.size() * width);
            }
            state = next[edge];
        }
        if (state > 0) {
            found.get(state).set(rule);
        }
    }

    /** Breadth first: where a literal breaks off, the automaton goes on with the longest other one that has begun. */
    private void linkFailures() {
        int[] failure = new int[found.size()];
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int state = open.remove();
            for (int c = 0; c < width; c++) {
                int edge = state * width + c;
                int instead = state == 0 ? 0 : next[failure[state] * width + c];
                if (next[edge] == 0) {
                    next[edge] = instead;
                } else {
                    failure[next[edge]] = instead;
                    found.get(next[edge]).or(found.get(instead));
                    open.add(next[edge]);
                }
            }
        }
    }
}
