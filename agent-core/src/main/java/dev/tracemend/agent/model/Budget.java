package dev.tracemend.agent.model;

import dev.tracemend.agent.model.ModelException.Kind;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one run may use of its models, counted over all of them and looked at before each call: what is spent is never
 * asked for. Safe for any number of threads; calls that are under way at once may together pass the limit by one each.
 */
public final class Budget {
    private final long maxCalls;
    private final long maxTokens;
    private final BigDecimal maxCost;
    private long calls;
    private long tokensIn;
    private long tokensOut;
    private BigDecimal cost = BigDecimal.ZERO;
    private final Map<Role, Used> byRole = new EnumMap<>(Role.class);

    /**
     * What was used.
     *
     * @param cost in the currency of the prices
     */
    public record Used(long calls, long tokensIn, long tokensOut, BigDecimal cost) {}

    /** At most so many calls, tokens (in and out together) and so much money. */
    public Budget(long maxCalls, long maxTokens, BigDecimal maxCost) {
        this.maxCalls = maxCalls;
        this.maxTokens = maxTokens;
        this.maxCost = maxCost;
    }

    /** No limit; counts all the same. */
    public static Budget unlimited() {
        return new Budget(Long.MAX_VALUE, Long.MAX_VALUE, BigDecimal.valueOf(Long.MAX_VALUE));
    }

    /** What was used so far. */
    public synchronized Used used() {
        return new Used(calls, tokensIn, tokensOut, cost);
    }

    /** What one role used so far. */
    public synchronized Used used(Role role) {
        return byRole.getOrDefault(role, new Used(0, 0, 0, BigDecimal.ZERO));
    }

    /** Takes one call out of the budget, or throws {@link Kind#BUDGET_SPENT}. */
    synchronized void take(String model) {
        if (calls >= maxCalls) {
            throw spent(model, calls + " of " + maxCalls + " calls");
        }
        if (tokensIn + tokensOut >= maxTokens) {
            throw spent(model, (tokensIn + tokensOut) + " of " + maxTokens + " tokens");
        }
        if (cost.compareTo(maxCost) >= 0) {
            throw spent(model, cost.toPlainString() + " of " + maxCost.toPlainString() + " of money");
        }
        calls++;
    }

    synchronized void count(Role role, ModelReply reply, BigDecimal price) {
        Used before = used(role);
        byRole.put(
                role,
                new Used(
                        before.calls() + 1,
                        before.tokensIn() + reply.tokensIn(),
                        before.tokensOut() + reply.tokensOut(),
                        before.cost().add(price)));
        tokensIn += reply.tokensIn();
        tokensOut += reply.tokensOut();
        cost = cost.add(price);
    }

    private static ModelException spent(String model, String what) {
        return new ModelException(
                Kind.BUDGET_SPENT, "the budget of this run is spent (" + what + "); " + model + " is not asked again");
    }
}
