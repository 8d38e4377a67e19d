package dev.tracemend.worker.policy;

/** What was spent: attempts, their wall time, tokens of models, and money in the currency of the prices. */
public record Spending(int attempts, double seconds, long tokens, double money) {
    /** Nothing. */
    public static final Spending NONE = new Spending(0, 0, 0, 0);

    /** Both together. */
    public Spending plus(Spending other) {
        return new Spending(
                attempts + other.attempts, seconds + other.seconds, tokens + other.tokens, money + other.money);
    }
}
