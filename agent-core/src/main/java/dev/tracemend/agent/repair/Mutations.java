package dev.tracemend.agent.repair;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Small changes of a line that the trace gives no reason for: tried last. */
final class Mutations {
    private static final Map<String, String> RELATIONS =
            Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">", "==", "!=", "!=", "==");
    private static final int MOST_DONORS = 24;

    private final Proposals out;
    private int donors;

    Mutations(Proposals out) {
        this.out = out;
    }

    void propose(Spot spot) {
        for (ExpressionTree node : spot.all(ExpressionTree.class)) {
            if (node instanceof BinaryTree binary) {
                relation(spot, binary);
                swap(spot, binary);
            } else if (node instanceof LiteralTree literal && literal.getKind() == Tree.Kind.INT_LITERAL) {
                literal(spot, literal);
            } else if (node instanceof IdentifierTree name && donors < MOST_DONORS) {
                donors(spot, name);
            }
        }
        spot.all(IfTree.class).stream()
                .filter(choice -> spot.file().line(choice) == spot.line())
                .forEach(choice -> negate(spot, choice));
    }

    private void relation(Spot spot, BinaryTree binary) {
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

    private void swap(Spot spot, BinaryTree binary) {
        boolean ordered = binary.getKind() == Tree.Kind.MINUS
                || binary.getKind() == Tree.Kind.DIVIDE
                || binary.getKind() == Tree.Kind.CONDITIONAL_AND
                || binary.getKind() == Tree.Kind.CONDITIONAL_OR;
        if (ordered) {
            SourceFile file = spot.file();
            Rewrite rewrite = new Rewrite(file)
                    .replace(binary.getLeftOperand(), file.text(binary.getRightOperand()))
                    .replace(binary.getRightOperand(), file.text(binary.getLeftOperand()));
            out.cause(Operator.SWAP_OPERANDS, rewrite, spot.weight(), "the operands may stand the wrong way round");
        }
    }

    private void literal(Spot spot, LiteralTree literal) {
        if (literal.getValue() instanceof Integer value && Math.abs(value) < 1_000_000) {
            for (int other : new int[] {value - 1, value + 1}) {
                Rewrite rewrite = new Rewrite(spot.file()).replace(literal, Integer.toString(other));
                out.cause(Operator.LITERAL, rewrite, spot.weight(), "the number may be one off");
            }
        }
    }

    private void negate(Spot spot, IfTree choice) {
        SourceFile file = spot.file();
        Tree condition = SourceFile.bare(choice.getCondition());
        Rewrite rewrite = new Rewrite(file).replace(condition, "!(" + file.text(condition) + ")");
        out.cause(Operator.NEGATE, rewrite, spot.weight(), "the condition may be meant the other way");
    }

    /** Another variable of the same type in place of one. */
    private void donors(Spot spot, IdentifierTree name) {
        SourceFile file = spot.file();
        Element element = file.element(name);
        Tree parent = file.parent(name).orElse(name);
        boolean called = parent instanceof MethodInvocationTree call && call.getMethodSelect() == name;
        boolean owner = parent instanceof MemberSelectTree;
        if (called
                || owner
                || element == null
                || !(element instanceof VariableElement)
                || !(file.callable(name).orElse(null) instanceof MethodTree method)) {
            return;
        }
        List<VariableTree> visible = file.inside(method, VariableTree.class).stream()
                .filter(variable -> file.start(variable) < file.start(name))
                .filter(variable -> !variable.getName().equals(name.getName()))
                .filter(variable -> same(file, variable, name))
                .toList();
        for (VariableTree variable : visible) {
            if (donors++ < MOST_DONORS) {
                Rewrite rewrite =
                        new Rewrite(file).replace(name, variable.getName().toString());
                out.cause(Operator.DONOR, rewrite, spot.weight(), "the other variable of this type may be meant");
            }
        }
    }

    private static boolean same(SourceFile file, Tree variable, Tree name) {
        var type = file.type(variable);
        var wanted = file.type(name);
        return type != null && wanted != null && Objects.equals(type.toString(), wanted.toString());
    }
}
