public class Interval {
    private int from;
    private int to;

    public Interval(int from, int to) {
        this.from = from;
        to = to;
    }

    public int length() {
        return Math.max(0, to - from);
    }

    public boolean contains(int value) {
        return value >= from && value < to;
    }
}
