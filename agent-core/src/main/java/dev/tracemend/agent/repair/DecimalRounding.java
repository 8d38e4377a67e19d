package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.LinkedHashSet;
import java.util.Set;

/** Quotients of decimals that never end: a scale and a way to round, those of the class's other divisions first. */
final class DecimalRounding {
    private final Proposals out;

    DecimalRounding(Proposals out) {
        this.out = out;
    }

    void propose(Spot spot) {
        for (MethodInvocationTree call : spot.all(MethodInvocationTree.class)) {
            if (Siblings.name(call).matches("divide|setScale")
                    && call.getArguments().size() == 1) {
                for (String rounding : roundings(spot.file(), call)) {
                    add(spot.file(), call, rounding);
                }
            }
        }
    }

    private void add(SourceFile file, MethodInvocationTree call, String rounding) {
        Rewrite rewrite = new Rewrite(file);
        rewrite.insert(file.end(call.getArguments().get(0)), ", " + rewrite.code(rounding));
        double fit = rounding.contains("java.math.") ? (rounding.contains("MathContext") ? 0.6 : 0.9) : 1;
        out.cause(Operator.ROUNDING, rewrite, fit, "the exact quotient has no end, so it must be told how to round");
    }

    private static Set<String> roundings(SourceFile file, MethodInvocationTree call) {
        Set<String> roundings = new LinkedHashSet<>();
        Siblings.of(file, call).ifPresent(siblings -> {
            for (MethodInvocationTree other : file.inside(siblings.type(), MethodInvocationTree.class)) {
                int arguments = other.getArguments().size();
                if (Siblings.name(other).equals(Siblings.name(call)) && arguments > 1) {
                    boolean portable =
                            other.getArguments().subList(1, arguments).stream().allMatch(siblings::portable);
                    ExpressionTree second = other.getArguments().get(1);
                    if (portable) {
                        roundings.add(file.text()
                                .substring(
                                        file.start(second),
                                        file.end(other.getArguments().get(arguments - 1))));
                    }
                }
            }
        });
        if (Siblings.name(call).equals("setScale")) {
            roundings.add("java.math.RoundingMode.HALF_UP");
        } else {
            roundings.add("2, java.math.RoundingMode.HALF_UP");
            roundings.add("java.math.MathContext.DECIMAL128");
        }
        return roundings;
    }
}
