package desk;

/** Hands out a few lines; each must be closed. */
public final class Pool {
    private final int most;
    private int lent;

    public Pool(int most) {
        this.most = most;
    }

    public Line lend() {
        if (lent == most) {
            throw new IllegalStateException("pool exhausted: all " + most + " lines are busy");
        }
        lent++;
        return new Line();
    }

    /** A line. */
    public final class Line implements AutoCloseable {
        public String greet(String name) {
            return "hello " + name;
        }

        @Override
        public void close() {
            lent--;
        }
    }
}
