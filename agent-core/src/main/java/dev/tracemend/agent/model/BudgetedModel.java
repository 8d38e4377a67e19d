package dev.tracemend.agent.model;

import java.math.BigDecimal;

/** A model that is asked only while a budget lasts, and counts what it used of it. */
public final class BudgetedModel implements LanguageModel {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final LanguageModel model;
    private final Budget budget;
    private final Price price;
    private final Role role;

    /**
     * What a model costs.
     *
     * @param millionIn for a million tokens in
     * @param millionOut for a million tokens out
     */
    public record Price(BigDecimal millionIn, BigDecimal millionOut) {
        /** Nothing, as a model on the user's own machine. */
        public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal of(ModelReply reply) {
            return millionIn
                    .multiply(BigDecimal.valueOf(reply.tokensIn()))
                    .add(millionOut.multiply(BigDecimal.valueOf(reply.tokensOut())))
                    .divide(MILLION);
        }
    }

    /** Several models may share one budget; {@code role} is what this one is used for. */
    public BudgetedModel(LanguageModel model, Budget budget, Price price, Role role) {
        this.model = model;
        this.budget = budget;
        this.price = price;
        this.role = role;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Abilities abilities() {
        return model.abilities();
    }

    @Override
    public ModelReply call(ModelRequest request) {
        budget.take(model.name());
        ModelReply reply = model.call(request);
        budget.count(role, reply, price.of(reply));
        return reply;
    }
}
