package transfer;

/** Days from one (included) to another (not included). */
public record Span(int from, int to) {
    public Span {
        if (to < from) {
            throw new IllegalStateException("a span ends before it begins: " + from + " to " + to);
        }
    }

    public String text() {
        return from + ".." + to;
    }
}
