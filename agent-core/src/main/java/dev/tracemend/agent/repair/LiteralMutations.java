package dev.tracemend.agent.repair;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Other literals: one more or less, the usual ones, those that the class uses elsewhere, and variables in their place. */
final class LiteralMutations implements MutationFamily {
    private static final int MOST_OTHERS = 12;

    @Override
    public void grow(Ground ground) {
        Set<String> seen = new LinkedHashSet<>();
        for (Tree node : ground.file().nodes()) {
            if (node instanceof LiteralTree literal && literal.getValue() != null) {
                seen.add(ground.file().text(literal));
            }
        }
        for (LiteralTree literal : ground.all(LiteralTree.class)) {
            switch (literal.getKind()) {
                case INT_LITERAL, LONG_LITERAL -> whole(ground, literal);
                case DOUBLE_LITERAL -> real(ground, literal);
                case BOOLEAN_LITERAL ->
                    ground.replace(
                            Mutation.TRUTH_FLIP,
                            literal,
                            String.valueOf(!Objects.equals(literal.getValue(), true)),
                            1,
                            "the other truth value is meant");
                case STRING_LITERAL -> texts(ground, literal);
                default -> {}
            }
            others(ground, literal, seen);
        }
    }

    private static void whole(Ground ground, LiteralTree literal) {
        if (!(literal.getValue() instanceof Number number)) {
            return;
        }
        long value = number.longValue();
        String suffix = literal.getKind() == Tree.Kind.LONG_LITERAL ? "L" : "";
        for (long near : new long[] {value + 1, value - 1}) {
            ground.replace(Mutation.LITERAL_NEAR, literal, near + suffix, 1, "the number is one off");
        }
        for (long usual : new long[] {0, 1, -1, 2, -value, value * 2, value * 10, value / 10}) {
            if (usual != value) {
                ground.replace(Mutation.LITERAL_OTHER, literal, usual + suffix, 1, "another number is meant");
            }
        }
        for (String extreme : List.of("MAX_VALUE", "MIN_VALUE")) {
            String code = (suffix.isEmpty() ? "Integer." : "Long.") + extreme;
            ground.replace(Mutation.LITERAL_OTHER, literal, code, 0.9, "the start must lie beyond every value");
        }
        for (String name :
                ground.visible(literal, type(ground, literal)).stream().limit(8).toList()) {
            String why = name + " is meant, not a fixed number";
            ground.replace(Mutation.LITERAL_OTHER, literal, name, 1.1, why);
            ground.replace(Mutation.LITERAL_OTHER, literal, name + " + 1", 1, why);
            ground.replace(Mutation.LITERAL_OTHER, literal, name + " - 1", 0.8, why);
        }
    }

    private static javax.lang.model.type.TypeMirror type(Ground ground, LiteralTree literal) {
        return Objects.requireNonNull(ground.file().type(literal));
    }

    private static void real(Ground ground, LiteralTree literal) {
        if (literal.getValue() instanceof Double value) {
            for (double other :
                    new double[] {value + 1, value - 1, 0, 1, 100, value * 10, value / 10, value / 100, -value}) {
                if (other != value) {
                    ground.replace(
                            Mutation.LITERAL_OTHER, literal, Double.toString(other), 0.9, "another number is meant");
                }
            }
        }
    }

    private static void texts(Ground ground, LiteralTree literal) {
        String value = String.valueOf(literal.getValue());
        String why = "the text is not quite the one that is meant";
        for (String other : List.of("", " ", ",", ", ", "\\n", "0")) {
            if (!other.equals(value)) {
                ground.replace(Mutation.LITERAL_OTHER, literal, "\"" + other + "\"", 0.6, why);
            }
        }
        String written = ground.file().text(literal);
        if (!written.startsWith("\"\"\"") && value.length() > 0) {
            String inner = written.substring(1, written.length() - 1);
            for (String other : List.of(inner + " ", " " + inner, inner.strip(), inner + inner)) {
                ground.replace(Mutation.LITERAL_OTHER, literal, "\"" + other + "\"", 0.7, why);
            }
        }
    }

    private static void others(Ground ground, LiteralTree literal, Set<String> seen) {
        seen.stream()
                .filter(other -> kind(other) == kind(ground.file().text(literal)))
                .limit(MOST_OTHERS)
                .forEach(other -> ground.replace(
                        Mutation.LITERAL_OTHER, literal, other, 1, "a value that is used elsewhere is meant"));
    }

    private static char kind(String written) {
        char first = written.charAt(0);
        return Character.isDigit(first)
                ? (written.contains(".") ? '.' : '0')
                : first == 't' || first == 'f' ? 't' : first;
    }
}
