package dao;

/** Hands out a few connections; each must be closed. */
public final class Pool {
    private final int most;
    private int lent;

    public Pool(int most) {
        this.most = most;
    }

    public Connection lend() {
        if (lent == most) {
            throw new IllegalStateException("pool exhausted: " + most + " of " + most + " connections are lent");
        }
        lent++;
        return new Connection();
    }

    /** A connection. */
    public final class Connection implements AutoCloseable {
        public String read(String key) {
            return key == null ? "" : "owner of " + key;
        }

        @Override
        public void close() {
            lent--;
        }
    }
}
