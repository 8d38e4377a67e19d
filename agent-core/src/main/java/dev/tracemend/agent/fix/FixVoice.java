package dev.tracemend.agent.fix;

import dev.tracemend.agent.adapter.EditsAdapter;
import dev.tracemend.agent.model.Budget;
import dev.tracemend.agent.model.BudgetedModel;
import dev.tracemend.agent.model.BudgetedModel.Price;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.predict.Asking;
import dev.tracemend.agent.predict.ProgramState;
import dev.tracemend.agent.predict.Run;
import dev.tracemend.agent.predict.Trace;
import java.util.List;

/**
 * How models are asked over all tasks: the modules, what they have learned, the ways of asking (which remember what a model
 * cannot do), and who watches.
 */
record FixVoice(FixModules modules, ProgramState state, Asking words, Asking edits, Trace trace) {

    static FixVoice untaught() {
        return new FixVoice(
                new FixModules(),
                ProgramState.empty(),
                Asking.usual(),
                Asking.inOrder(List.of(new EditsAdapter())),
                Trace.none());
    }

    FixVoice with(ProgramState learned) {
        List<String> known = modules.predictors();
        for (String name : learned.predictors().keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("the state has a predictor '" + name
                        + "' that a fix has not; it has " + String.join(", ", known));
            }
        }
        return new FixVoice(modules, learned, words, edits, trace);
    }

    FixVoice with(Trace other) {
        return new FixVoice(modules, state, words, edits, other);
    }

    /** A run of one role's model, paid from a budget. */
    Run run(ModelSource source, Role role, Budget budget) {
        LanguageModel model = source.roles().getOrDefault(role, source.model());
        return modules.entered(
                Run.on(new BudgetedModel(model, budget, Price.FREE, role), role == Role.EDITOR ? edits : words)
                        .with(state)
                        .with(trace));
    }
}
