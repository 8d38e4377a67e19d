package route;

/** A leg of a journey; goods go downhill only. */
public record Leg(int from, int to) {
    public Leg {
        if (to > from) {
            throw new IllegalStateException("goods cannot go uphill: " + from + " to " + to);
        }
    }

    /** The leg back. */
    public Leg back() {
        return new Leg(to, from);
    }
}
