package dev.tracemend.agent.shell;

/**
 * What a person would read on a terminal that is never cleared: escape sequences are dropped, a carriage return and a
 * backspace go back in the line, and what comes then overwrites it. Keeps the last part when it grows too long.
 */
final class TerminalText {
    private static final int MOST = 1 << 20;

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int column;
    private State state = State.TEXT;

    private enum State {
        TEXT,
        ESCAPE,
        CONTROL,
        STRING,
        STRING_ESCAPE
    }

    void add(String text) {
        text.chars().forEach(c -> add((char) c));
        if (done.length() > MOST) {
            done.delete(0, done.length() - MOST / 2);
        }
    }

    private void add(char c) {
        switch (state) {
            case TEXT -> text(c);
            case ESCAPE ->
                state = switch (c) {
                    case '[' -> State.CONTROL;
                    case ']', 'P', '_', '^', 'X' -> State.STRING;
                    case '(', ')', '#', ' ' -> State.ESCAPE;
                    default -> State.TEXT;
                };
            case CONTROL -> {
                if (c >= 0x40 && c <= 0x7e) {
                    control(c);
                    state = State.TEXT;
                }
            }
            case STRING -> state = c == 0x07 ? State.TEXT : c == 0x1b ? State.STRING_ESCAPE : State.STRING;
            case STRING_ESCAPE -> state = c == '\\' ? State.TEXT : State.STRING;
        }
    }

    private void text(char c) {
        switch (c) {
            case 0x1b -> state = State.ESCAPE;
            case '\r' -> column = 0;
            case '\b' -> column = Math.max(0, column - 1);
            case '\n' -> {
                done.append(line).append('\n');
                line.setLength(0);
                column = 0;
            }
            default -> {
                if (c >= ' ' || c == '\t') {
                    put(c);
                }
            }
        }
    }

    private void put(char c) {
        if (column < line.length()) {
            line.setCharAt(column, c);
        } else if (line.length() < MOST) {
            line.append(c);
        }
        column = Math.min(column + 1, line.length());
    }

    /** Of the movements only those that line editors use on one line. */
    private void control(char c) {
        if (c == 'K') {
            line.setLength(Math.min(column, line.length()));
        } else if (c == 'D') {
            column = Math.max(0, column - 1);
        } else if (c == 'C') {
            column = Math.min(line.length(), column + 1);
        }
    }

    /** All that is there and was not taken yet. */
    String pending() {
        return done.toString() + line;
    }

    /** Takes the first characters away. */
    void take(int count) {
        int fromDone = Math.min(count, done.length());
        done.delete(0, fromDone);
        int fromLine = Math.min(count - fromDone, line.length());
        line.delete(0, fromLine);
        column = Math.max(0, column - fromLine);
    }
}
