package dev.tracemend.agent.repair;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Small changes of a line that the trace gives no reason for: tried last. */
final class Mutations implements CrashRule {
    private static final Map<String, String> RELATIONS =
            Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">", "==", "!=", "!=", "==");
    private static final int MOST_DONORS = 24;

    private static final Set<String> FAMILIES = Set.of(
            "NullPointerException",
            "IndexOutOfBoundsException",
            "ArrayIndexOutOfBoundsException",
            "StringIndexOutOfBoundsException",
            "NegativeArraySizeException",
            "ArithmeticException",
            "NumberFormatException",
            "NoSuchElementException",
            "ClassCastException",
            "ArrayStoreException",
            "StackOverflowError",
            "IllegalArgumentException");

    @Override
    public boolean fits(Crash crash) {
        return FAMILIES.contains(crash.type());
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Spot spot = scene.site();
        for (ExpressionTree node : spot.all(ExpressionTree.class)) {
            if (node instanceof BinaryTree binary) {
                relation(spot, binary, out);
                swap(spot, binary, out);
            } else if (node instanceof LiteralTree literal && literal.getKind() == Tree.Kind.INT_LITERAL) {
                literal(spot, literal, out);
            }
        }
        spot.all(IdentifierTree.class).stream()
                .flatMap(name -> donors(spot.file(), name).stream().map(donor -> Map.entry(name, donor)))
                .limit(MOST_DONORS)
                .forEach(each -> out.cause(
                        Operator.DONOR,
                        new Rewrite(spot.file()).replace(each.getKey(), each.getValue()),
                        spot.weight(),
                        "the other variable of this type may be meant"));
        spot.all(IfTree.class).stream()
                .filter(choice -> spot.file().line(choice) == spot.line())
                .forEach(choice -> negate(spot, choice, out));
    }

    private static void relation(Spot spot, BinaryTree binary, Proposals out) {
        SourceFile file = spot.file();
        int from = file.end(binary.getLeftOperand());
        String between = file.text().substring(from, file.start(binary.getRightOperand()));
        String sign = between.strip();
        String other = RELATIONS.get(sign);
        if (other != null) {
            int at = from + between.indexOf(sign);
            Rewrite rewrite = new Rewrite(file).replace(at, at + sign.length(), other);
            out.cause(
                    Operator.RELATION,
                    rewrite,
                    spot.weight(),
                    "the relation may be meant the other way at its boundary");
        }
    }

    private static void swap(Spot spot, BinaryTree binary, Proposals out) {
        boolean ordered = binary.getKind() == Tree.Kind.MINUS
                || binary.getKind() == Tree.Kind.DIVIDE
                || binary.getKind() == Tree.Kind.CONDITIONAL_AND
                || binary.getKind() == Tree.Kind.CONDITIONAL_OR;
        if (ordered && !spot.file().binds(binary)) {
            SourceFile file = spot.file();
            Rewrite rewrite = new Rewrite(file)
                    .replace(binary.getLeftOperand(), file.text(binary.getRightOperand()))
                    .replace(binary.getRightOperand(), file.text(binary.getLeftOperand()));
            out.cause(Operator.SWAP_OPERANDS, rewrite, spot.weight(), "the operands may stand the wrong way round");
        }
    }

    private static void literal(Spot spot, LiteralTree literal, Proposals out) {
        if (literal.getValue() instanceof Integer value && Math.abs(value) < 1_000_000) {
            for (int other : new int[] {value - 1, value + 1}) {
                Rewrite rewrite = new Rewrite(spot.file()).replace(literal, Integer.toString(other));
                out.cause(Operator.LITERAL, rewrite, spot.weight(), "the number may be one off");
            }
        }
    }

    private static void negate(Spot spot, IfTree choice, Proposals out) {
        SourceFile file = spot.file();
        Tree condition = SourceFile.bare(choice.getCondition());
        if (file.binds(condition)) {
            return;
        }
        Rewrite rewrite = new Rewrite(file).replace(condition, "!(" + file.text(condition) + ")");
        out.cause(Operator.NEGATE, rewrite, spot.weight(), "the condition may be meant the other way");
    }

    /** Names of other variables of the same type that can stand in place of one. */
    private static List<String> donors(SourceFile file, IdentifierTree name) {
        Element element = file.element(name);
        boolean owner = file.parent(name).orElse(name) instanceof MemberSelectTree;
        if (owner
                || !(element instanceof VariableElement)
                || !(file.callable(name).orElse(null) instanceof MethodTree method)) {
            return List.of();
        }
        return file.inside(method, VariableTree.class).stream()
                .filter(variable -> file.end(variable) <= file.start(name))
                .filter(variable -> !variable.getName().equals(name.getName()))
                .filter(variable -> same(file, variable, name) && visible(file, variable, name))
                .map(variable -> variable.getName().toString())
                .toList();
    }

    private static boolean visible(SourceFile file, Tree variable, Tree name) {
        return file.parent(variable)
                .filter(scope -> file.start(scope) <= file.start(name) && file.end(scope) >= file.end(name))
                .isPresent();
    }

    private static boolean same(SourceFile file, Tree variable, Tree name) {
        var type = file.type(variable);
        var wanted = file.type(name);
        return type != null && wanted != null && Objects.equals(type.toString(), wanted.toString());
    }
}
