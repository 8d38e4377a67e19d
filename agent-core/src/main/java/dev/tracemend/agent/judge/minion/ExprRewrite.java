package dev.tracemend.agent.judge.minion;

import dev.tracemend.agent.judge.minion.Scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Changed copies of expressions and scenarios. */
final class ExprRewrite {
    private ExprRewrite() {}

    /** Rebuilds an expression from the inside out. */
    static Expr map(Expr expr, UnaryOperator<Expr> change) {
        Expr rebuilt = expr;
        if (expr instanceof Expr.Create create) {
            rebuilt = new Expr.Create(create.owner(), create.params(), all(create.args(), change));
        } else if (expr instanceof Expr.StaticCall call) {
            rebuilt = new Expr.StaticCall(call.owner(), call.name(), call.params(), all(call.args(), change));
        } else if (expr instanceof Expr.Call call) {
            rebuilt = new Expr.Call(
                    map(call.receiver(), change), call.owner(), call.name(), call.params(), all(call.args(), change));
        } else if (expr instanceof Expr.Many many) {
            rebuilt = new Expr.Many(many.shape(), many.component(), all(many.items(), change));
        } else if (expr instanceof Expr.Function function) {
            rebuilt = new Expr.Function(function.type(), function.arity(), map(function.result(), change));
        }
        return change.apply(rebuilt);
    }

    private static List<Expr> all(List<Expr> exprs, UnaryOperator<Expr> change) {
        List<Expr> changed = new ArrayList<>();
        for (Expr expr : exprs) {
            changed.add(map(expr, change));
        }
        return changed;
    }

    static Scenario map(Scenario scenario, UnaryOperator<Expr> change) {
        List<Step> steps = new ArrayList<>();
        for (Step step : scenario.steps()) {
            steps.add(new Step(map(step.expr(), change), step.type()));
        }
        return new Scenario(steps);
    }

    /** The scenario without a step; empty when a later step needs its result. */
    static Optional<Scenario> without(Scenario scenario, int removed) {
        AtomicBoolean needed = new AtomicBoolean();
        Scenario renumbered = map(scenario, expr -> {
            if (!(expr instanceof Expr.Ref ref) || ref.step() < removed) {
                return expr;
            }
            needed.compareAndSet(false, ref.step() == removed);
            return new Expr.Ref(ref.step() - 1);
        });
        if (needed.get()) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>(renumbered.steps());
        steps.remove(removed);
        return Optional.of(new Scenario(steps));
    }

    /** How much there is to read. */
    static int size(Scenario scenario, Pools pools) {
        int[] size = {0};
        map(scenario, expr -> {
            size[0] += 3;
            if (expr instanceof Expr.Literal literal) {
                size[0] += weight(literal, pools);
            } else if (expr instanceof Expr.Function) {
                size[0] += 3;
            }
            return expr;
        });
        return size[0] + 4 * scenario.steps().size();
    }

    /** What the log or the message holds weighs nothing: a reader knows it. */
    static int weight(Expr.Literal literal, Pools pools) {
        String text = literal.text();
        List<List<String>> groups = literal.type().equals("String") ? pools.texts() : pools.numbers();
        boolean odd = literal.type().equals("null") || text.chars().noneMatch(Character::isLetterOrDigit);
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(text)) {
                return Math.min(i, 2) + (odd ? 1 : 0) + text.length() / 40;
            }
        }
        return (odd ? 4 : 2) + text.length() / 8;
    }
}
