package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;

/** Conditions that could be asked at a place: of the class's own, and made of the variables that are visible there. */
final class Predicates {
    private static final int MOST_NAMES = 10;
    private static final Pattern CHANGING =
            Pattern.compile("(?:add|remove|put|set|poll|pop|push|next|offer|clear|read|take"
                    + "|increment|decrement|getAnd)(?:[A-Z]\\w*)?");

    private Predicates() {}

    static List<String> at(Ground ground, Tree place) {
        Set<String> found = new LinkedHashSet<>();
        List<VisibleNames.Name> names =
                ground.visible(place).stream().limit(MOST_NAMES).toList();
        names.forEach(name -> simple(ground, name, found));
        for (ExpressionTree donor : ground.donors(place, ground.facts()::isBoolean)) {
            if (!(donor instanceof LiteralTree) && !changes(ground.file(), donor)) {
                found.add(ground.grouped(donor));
                found.add("!" + ground.grouped(donor));
            }
        }
        multiples(ground, place, found);
        pairs(ground, names, found);
        return List.copyOf(found);
    }

    /** Asking twice must not answer otherwise. */
    private static boolean changes(SourceFile file, ExpressionTree question) {
        return file.inside(question, MethodInvocationTree.class).stream()
                        .anyMatch(call -> CHANGING.matcher(Siblings.name(call)).matches())
                || file.inside(question, UnaryTree.class).stream()
                        .anyMatch(unary -> file.text(unary).matches("(?s)(\\+\\+|--).*|.*(\\+\\+|--)"))
                || !file.inside(question, AssignmentTree.class).isEmpty();
    }

    /** Where a number is asked for two divisors, multiples of their product are a case of its own. */
    private static void multiples(Ground ground, Tree place, Set<String> found) {
        Map<String, Set<Integer>> divisors = new LinkedHashMap<>();
        for (ExpressionTree donor : ground.donors(place, ground.facts()::isIntegral)) {
            if (donor instanceof BinaryTree rest
                    && rest.getKind() == Tree.Kind.REMAINDER
                    && rest.getRightOperand() instanceof LiteralTree literal
                    && literal.getValue() instanceof Integer divisor) {
                divisors.computeIfAbsent(ground.grouped(rest.getLeftOperand()), key -> new TreeSet<>())
                        .add(divisor);
            }
        }
        divisors.forEach((number, known) -> known.forEach(one -> known.stream()
                .filter(other -> one < other && other < 10_000)
                .forEach(other -> found.add(number + " % " + one * other + " == 0"))));
    }

    private static void simple(Ground ground, VisibleNames.Name name, Set<String> found) {
        TypeMirror type = name.type();
        String text = name.name();
        TypeFacts facts = ground.facts();
        if (facts.isBoolean(type)) {
            found.add(text);
            found.add("!" + text);
        }
        if (facts.isReference(type)) {
            found.add(text + " == null");
            found.add(text + " != null");
        }
        if (facts.isCollection(type) || facts.isMap(type) || facts.isString(type)) {
            found.add(text + ".isEmpty()");
            found.add("!" + text + ".isEmpty()");
        } else if (facts.isArray(type)) {
            found.add(text + ".length == 0");
        } else if (facts.isNumeric(type)) {
            for (String sign : List.of(" == ", " > ", " < ", " <= ", " != ")) {
                found.add(text + sign + "0");
            }
            found.add(text + " == 1");
        }
    }

    private static void pairs(Ground ground, List<VisibleNames.Name> names, Set<String> found) {
        for (VisibleNames.Name left : names) {
            for (VisibleNames.Name right : names) {
                if (left == right) {
                    continue;
                }
                if (numeric(ground, left) && numeric(ground, right)) {
                    found.add(left.name() + " < " + right.name());
                    found.add(left.name() + " <= " + right.name());
                    found.add(left.name() + " == " + right.name());
                    found.add(left.name() + " != " + right.name());
                } else if (ground.facts().isCollection(left.type()) && element(left, right)) {
                    found.add(left.name() + ".contains(" + right.name() + ")");
                    found.add("!" + left.name() + ".contains(" + right.name() + ")");
                } else if (ground.facts().isMap(left.type()) && ground.facts().isReference(right.type())) {
                    found.add(left.name() + ".containsKey(" + right.name() + ")");
                    found.add("!" + left.name() + ".containsKey(" + right.name() + ")");
                } else if (numeric(ground, left) && ground.facts().isArray(right.type())) {
                    found.add(left.name() + " < " + right.name() + ".length");
                }
            }
        }
    }

    private static boolean numeric(Ground ground, VisibleNames.Name name) {
        return ground.facts().isNumeric(name.type());
    }

    private static boolean element(VisibleNames.Name collection, VisibleNames.Name item) {
        String simple = item.type().toString();
        return collection.type().toString().contains(simple)
                || simple.equals("int") && collection.type().toString().contains("Integer");
    }
}
