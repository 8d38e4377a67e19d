package dev.tracemend.agent.shell;

/** A text that refuses to be looked at after a point in time, so that no pattern searches it for ever. */
final class PatientText implements CharSequence {
    private final CharSequence text;
    private final long end;

    /** The time is over. */
    static final class Impatience extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Impatience() {
            super(null, null, false, false);
        }
    }

    PatientText(CharSequence text, long end) {
        this.text = text;
        this.end = end;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (System.nanoTime() > end) {
            throw new Impatience();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int stop) {
        return new PatientText(text.subSequence(start, stop), end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
