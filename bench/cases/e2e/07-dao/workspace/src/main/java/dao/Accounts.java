package dao;

/** Reads accounts. */
public final class Accounts {
    private final Pool pool;

    public Accounts(Pool pool) {
        this.pool = pool;
    }

    public String owner(String id) {
        Pool.Connection connection = pool.lend();
        return connection.read(id);
    }
}
