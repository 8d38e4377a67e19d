package plan;

/** From start to end, both within. */
public final class Interval implements Comparable<Interval> {
    private final int start;
    private final int end;

    public Interval(int start, int end) {
        if (end < start) {
            throw new IllegalArgumentException("end before start");
        }
        this.start = start;
        this.end = end;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public boolean touches(Interval other) {
        return start <= other.end && other.start <= end;
    }

    @Override
    public int compareTo(Interval other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interval && ((Interval) other).start == start && ((Interval) other).end == end;
    }

    @Override
    public int hashCode() {
        return 31 * start + end;
    }

    @Override
    public String toString() {
        return "[" + start + ", " + end + "]";
    }
}
