package dev.tracemend.agent.judge.minion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a failing scenario shorter and plainer as long as it fails in the same way. */
final class Shrinker {
    private static final int MOST_TRIES = 150;

    private final Pools pools;
    private final Predicate<Scenario> stillFails;
    private int tries;

    Shrinker(Pools pools, Predicate<Scenario> stillFails) {
        this.pools = pools;
        this.stillFails = stillFails;
    }

    Scenario shrink(Scenario failing) {
        Scenario best = failing;
        Scenario before;
        do {
            before = best;
            best = withFewerSteps(best);
            best = withFewerItems(best);
            best = withPlainerLiterals(best);
        } while (!best.equals(before) && tries < MOST_TRIES);
        return best;
    }

    private boolean holds(Scenario scenario) {
        return tries++ < MOST_TRIES && stillFails.test(scenario);
    }

    private Scenario withFewerSteps(Scenario scenario) {
        Scenario best = scenario;
        for (int i = best.steps().size() - 2; i >= 0; i--) {
            Optional<Scenario> shorter = ExprRewrite.without(best, i);
            if (shorter.isPresent() && holds(shorter.get())) {
                best = shorter.get();
            }
        }
        return best;
    }

    private Scenario withFewerItems(Scenario scenario) {
        Scenario best = scenario;
        for (int nth = 0; nth < 8; nth++) {
            for (int item = 3; item >= 0; item--) {
                Scenario shorter = withoutItem(best, nth, item);
                if (!shorter.equals(best) && holds(shorter)) {
                    best = shorter;
                }
            }
        }
        return best;
    }

    private static Scenario withoutItem(Scenario scenario, int nth, int item) {
        int[] met = {0};
        return ExprRewrite.map(scenario, expr -> {
            if (!(expr instanceof Expr.Many many) || met[0]++ != nth) {
                return expr;
            }
            int width = many.shape().endsWith("Map") ? 2 : 1;
            if ((item + 1) * width > many.items().size()) {
                return expr;
            }
            List<Expr> items = new ArrayList<>(many.items());
            items.subList(item * width, (item + 1) * width).clear();
            return new Expr.Many(many.shape(), many.component(), items);
        });
    }

    private Scenario withPlainerLiterals(Scenario scenario) {
        Scenario best = scenario;
        for (int nth = 0; nth < 12; nth++) {
            for (String plainer : List.of("1", "0", "2", "a")) {
                Scenario changed = withLiteral(best, nth, plainer);
                if (!changed.equals(best) && holds(changed)) {
                    best = changed;
                    break;
                }
            }
        }
        return best;
    }

    private Scenario withLiteral(Scenario scenario, int nth, String plainer) {
        int[] met = {0};
        return ExprRewrite.map(scenario, expr -> {
            if (!(expr instanceof Expr.Literal literal) || met[0]++ != nth) {
                return expr;
            }
            boolean number = plainer.charAt(0) < 'a';
            boolean fits =
                    switch (literal.type()) {
                        case "String" -> !number;
                        case "int", "long", "short", "byte", "double", "float" -> number;
                        default -> false;
                    };
            Expr.Literal changed = new Expr.Literal(literal.type(), plainer);
            return fits && ExprRewrite.weight(changed, pools) < ExprRewrite.weight(literal, pools) ? changed : expr;
        });
    }
}
