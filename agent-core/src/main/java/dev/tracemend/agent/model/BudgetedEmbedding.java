package dev.tracemend.agent.model;

import dev.tracemend.agent.model.BudgetedModel.Price;
import java.util.List;

/** An embedding model that is asked only while a budget lasts, and counts what it used of it under its role. */
public final class BudgetedEmbedding implements EmbeddingModel {
    private final EmbeddingModel model;
    private final Budget budget;
    private final Price price;

    /** Other models may share the budget. */
    public BudgetedEmbedding(EmbeddingModel model, Budget budget, Price price) {
        this.model = model;
        this.budget = budget;
        this.price = price;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Embeddings embed(List<String> texts) {
        budget.take(model.name());
        Embeddings embeddings = model.embed(texts);
        ModelReply counted = new ModelReply("", embeddings.tokens(), 0);
        budget.count(Role.EMBEDDING, counted, price.of(counted));
        return embeddings;
    }
}
