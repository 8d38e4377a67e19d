package dev.tracemend.logs;

/** A text that may be looked at only so often as a pattern of linear time needs; the guard of patterns we do not know. */
final class SteppedText implements CharSequence {
    private static final long STEPS_A_CHARACTER = 200;
    private static final long STEPS_AT_LEAST = 100_000;

    private final String text;
    private long steps;

    SteppedText(String text) {
        this.text = text;
        this.steps = STEPS_AT_LEAST + STEPS_A_CHARACTER * text.length();
    }

    @Override
    public char charAt(int index) {
        if (--steps < 0) {
            throw new OutOfStepsException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The pattern has looked at the text too often; carries no trace as it is thrown per line. */
    static final class OutOfStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfStepsException() {
            super("too many steps", null, false, false);
        }
    }
}
