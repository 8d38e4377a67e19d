package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Expr;
import dev.tracemend.agent.judge.minion.Scenario;
import java.util.List;
import java.util.Set;

/**
 * What kinds of values tests put in: where none puts in a number below zero, or numbers that are not in order, such inputs
 * say nothing about which of two fixes is meant.
 */
record InputDomain(Set<Probes.Place> seen) {

    /** Whether the last call of a scenario gets only kinds of values that a test puts in there, too. */
    boolean holds(Scenario scenario) {
        Expr last = scenario.steps().get(scenario.steps().size() - 1).expr();
        if (last instanceof Expr.StaticCall call) {
            return holds(call.owner() + "#" + call.name(), call.args());
        }
        return !(last instanceof Expr.Call call) || holds(call.owner() + "#" + call.name(), call.args());
    }

    private boolean holds(String member, List<Expr> args) {
        for (int i = 0; i < args.size(); i++) {
            String parameter = Probes.PARAMETER + member + "/" + i;
            boolean below = below(args.get(i)) && !seen.contains(new Probes.Place(parameter, 0));
            boolean mixed = args.get(i) instanceof Expr.Many many
                    && mixed(many.items())
                    && !seen.contains(new Probes.Place(parameter, 1));
            if (below || mixed) {
                return false;
            }
        }
        return true;
    }

    private static boolean below(Expr value) {
        return value instanceof Expr.Literal literal && number(literal) < 0
                || value instanceof Expr.Many many && many.items().stream().anyMatch(InputDomain::below);
    }

    private static boolean mixed(List<Expr> items) {
        double before = Double.NEGATIVE_INFINITY;
        for (Expr item : items) {
            if (item instanceof Expr.Literal literal && !Double.isNaN(number(literal))) {
                if (number(literal) < before) {
                    return true;
                }
                before = number(literal);
            }
        }
        return false;
    }

    private static double number(Expr.Literal literal) {
        return switch (literal.type()) {
            case "int", "long", "short", "byte", "double", "float" -> {
                try {
                    yield Double.parseDouble(literal.text());
                } catch (NumberFormatException odd) {
                    yield Double.NaN;
                }
            }
            default -> Double.NaN;
        };
    }
}
