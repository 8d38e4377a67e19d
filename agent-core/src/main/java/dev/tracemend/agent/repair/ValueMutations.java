package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Values taken one further or one less, expanded, clamped, copied, sliced, widened, compared by content. */
final class ValueMutations implements MutationFamily {
    private static final int MOST_NAMES = 7;
    private static final Set<String> COPIES = Set.of(
            "java.util.List",
            "java.util.ArrayList",
            "java.util.Set",
            "java.util.HashSet",
            "java.util.Map",
            "java.util.HashMap",
            "java.util.Collection",
            "java.util.LinkedList",
            "java.util.Deque");

    @Override
    public void grow(Ground ground) {
        for (ExpressionTree value : ground.values()) {
            TypeMirror type = ground.file().type(value);
            if (type == null || ground.isTarget(value)) {
                continue;
            }
            if (ground.facts().isIntegral(type)) {
                whole(ground, value);
            } else if (ground.facts().isNumeric(type)) {
                expanded(ground, value, type);
            }
            if (ground.facts().isString(type)) {
                text(ground, value);
            } else if (ground.facts().isReference(type)) {
                structures(ground, value, type);
            }
        }
        ground.all(BinaryTree.class).forEach(binary -> types(ground, binary));
        ground.all(VariableTree.class).forEach(variable -> wider(ground, variable));
        ground.all(ConditionalExpressionTree.class).forEach(choice -> branches(ground, choice));
    }

    private static void whole(Ground ground, ExpressionTree value) {
        boolean literal = value instanceof LiteralTree;
        if (!literal) {
            String text = ground.file().text(value);
            String grouped = value.getKind() == Tree.Kind.PLUS || value.getKind() == Tree.Kind.MINUS
                    ? text
                    : ground.grouped(value);
            double fit = value instanceof BinaryTree || kept(ground, value) ? 0.6 : 1;
            inside(ground, Mutation.OFF_BY_ONE, value, grouped + " + 1", fit, "it is one too few");
            inside(ground, Mutation.OFF_BY_ONE, value, grouped + " - 1", fit, "it is one too many");
            TypeMirror type = ground.file().type(value);
            if (type != null) {
                expanded(ground, value, type);
            }
        }
    }

    /** A plain copy, {@code this.low = low}, is seldom one off. */
    private static boolean kept(Ground ground, ExpressionTree value) {
        return value instanceof IdentifierTree
                && ground.file().parent(value).orElse(value) instanceof AssignmentTree assignment
                && assignment.getExpression() == value;
    }

    private static void expanded(Ground ground, ExpressionTree value, TypeMirror type) {
        boolean simple = value instanceof IdentifierTree
                || value instanceof MethodInvocationTree
                || value.getKind() == Tree.Kind.ARRAY_ACCESS;
        if (!simple) {
            return;
        }
        String text = ground.file().text(value);
        List<String> names = ground.visible(value, type).stream()
                .filter(name -> !name.equals(text))
                .limit(MOST_NAMES)
                .toList();
        for (String name : names) {
            for (String sign : List.of(" - ", " + ")) {
                inside(ground, Mutation.ARITHMETIC_EXPANDED, value, text + sign + name, 1, name + " counts, too");
            }
            inside(ground, Mutation.ARITHMETIC_EXPANDED, value, text + " * " + name, 0.5, name + " counts, too");
            clamp(ground, value, text, name, 1);
        }
        inside(ground, Mutation.ARITHMETIC_EXPANDED, value, text + " * " + text, 0.9, "its square is meant");
        for (String other : counterparts(ground, value)) {
            clamp(ground, value, text, other, 1.6);
        }
        clamp(ground, value, text, "0", 1);
        clamp(ground, value, text, "1", 0.6);
        ground.replace(Mutation.CALL_WRAPPED, value, "Math.abs(" + text + ")", 0.7, "its sign does not count");
    }

    /** The same accessor of other variables of the owner's type: {@code before.end()} for {@code next.end()}. */
    private static List<String> counterparts(Ground ground, ExpressionTree value) {
        if (!(value instanceof MethodInvocationTree call)
                || !call.getArguments().isEmpty()
                || !(call.getMethodSelect() instanceof MemberSelectTree select)
                || !(select.getExpression() instanceof IdentifierTree owner)) {
            return List.of();
        }
        TypeMirror type = ground.file().type(owner);
        return type == null
                ? List.of()
                : ground.visible(value, type).stream()
                        .filter(name -> !name.equals(owner.getName().toString()))
                        .limit(3)
                        .map(name -> name + "." + select.getIdentifier() + "()")
                        .toList();
    }

    private static void clamp(Ground ground, ExpressionTree value, String text, String bound, double fit) {
        for (String best : List.of("max", "min")) {
            String code = "Math." + best + "(" + text + ", " + bound + ")";
            ground.replace(Mutation.CLAMPED, value, code, fit, "it may not pass " + bound);
        }
    }

    /** Adds parentheses where the value is part of another operation. */
    private static void inside(
            Ground ground, Mutation kind, ExpressionTree value, String code, double fit, String why) {
        Tree up = ground.file().parent(value).orElse(value);
        boolean free = !(up instanceof BinaryTree)
                || Set.of(
                                Tree.Kind.LESS_THAN,
                                Tree.Kind.LESS_THAN_EQUAL,
                                Tree.Kind.GREATER_THAN,
                                Tree.Kind.GREATER_THAN_EQUAL,
                                Tree.Kind.EQUAL_TO,
                                Tree.Kind.NOT_EQUAL_TO)
                        .contains(up.getKind());
        boolean plain = up.getKind() != Tree.Kind.TYPE_CAST && up.getKind() != Tree.Kind.MEMBER_SELECT;
        ground.replace(kind, value, free && plain ? code : "(" + code + ")", fit, why);
    }

    private static void text(Ground ground, ExpressionTree value) {
        if (value instanceof BinaryTree) {
            return;
        }
        String text = ground.grouped(value);
        for (String call : List.of(".trim()", ".toLowerCase()", ".toUpperCase()", ".substring(1)")) {
            ground.replace(Mutation.SLICED_TEXT, value, text + call, 1, "the text is used as it was given");
        }
        for (VisibleNames.Name name :
                ground.visible(value, ground.facts()::isIntegral).limit(4).toList()) {
            ground.replace(
                    Mutation.SLICED_TEXT, value, text + ".substring(" + name.name() + ")", 0.8, "a part is meant");
            ground.replace(
                    Mutation.SLICED_TEXT, value, text + ".substring(0, " + name.name() + ")", 0.8, "a part is meant");
        }
    }

    private static void structures(Ground ground, ExpressionTree value, TypeMirror type) {
        String name = ground.facts().name(type);
        String text = ground.file().text(value);
        if (COPIES.contains(name) && value instanceof IdentifierTree) {
            Rewrite copy = new Rewrite(ground.file());
            String made = ground.facts().mutableClass(type).orElse(name);
            copy.replace(value, "new " + copy.type(made) + "<>(" + text + ")");
            ground.offer(Mutation.COPIED, copy, value, 1, "later changes of " + text + " must not show here");
        } else if (ground.facts().isArray(type) && value instanceof IdentifierTree) {
            ground.replace(Mutation.COPIED, value, text + ".clone()", 1, "the array must not be shared");
        }
        if (ground.facts().is(type, "java.util.List") && !(value instanceof NewClassTree)) {
            String size = text + ".size()";
            slice(ground, value, text, "1, " + size);
            slice(ground, value, text, "0, " + size + " - 1");
            for (VisibleNames.Name at :
                    ground.visible(value, ground.facts()::isIntegral).limit(4).toList()) {
                slice(ground, value, text, at.name() + ", " + size);
                slice(ground, value, text, "0, " + at.name());
                slice(ground, value, text, "0, Math.min(" + at.name() + ", " + size + ")");
            }
        }
    }

    private static void slice(Ground ground, ExpressionTree value, String text, String range) {
        ground.replace(
                Mutation.SLICED_LIST, value, text + ".subList(" + range + ")", 1, "only a part of the list is meant");
    }

    private static void types(Ground ground, BinaryTree binary) {
        SourceFile file = ground.file();
        TypeMirror left = file.type(binary.getLeftOperand());
        TypeMirror right = file.type(binary.getRightOperand());
        String first = ground.grouped(binary.getLeftOperand());
        String second = ground.grouped(binary.getRightOperand());
        boolean whole = ground.facts().isIntegral(left) && ground.facts().isIntegral(right);
        if (whole && binary.getKind() == Tree.Kind.DIVIDE) {
            ground.replace(
                    Mutation.REAL_DIVISION, binary, "(double) " + first + " / " + second, 1, "the remainder is lost");
            String up = "(" + first + " + " + second + " - 1) / " + second;
            ground.replace(Mutation.REAL_DIVISION, binary, up, 0.7, "it must be rounded up");
        }
        if (whole && binary.getKind() == Tree.Kind.REMAINDER) {
            String floor = "Math.floorMod(" + file.text(binary.getLeftOperand()) + ", "
                    + file.text(binary.getRightOperand()) + ")";
            ground.replace(Mutation.FLOOR_MOD, binary, floor, 1, "the remainder of a negative number is negative");
        }
        roundedUp(ground, binary);
        boolean product =
                Set.of(Tree.Kind.MULTIPLY, Tree.Kind.PLUS, Tree.Kind.MINUS).contains(binary.getKind());
        // Of a longer product the first factor is widened: what is widened later has lost its upper half already.
        boolean inner = binary.getLeftOperand().getKind() == binary.getKind();
        if (whole && product && !inner) {
            String code =
                    "(long) " + first + file.text().substring(file.end(binary.getLeftOperand()), file.end(binary));
            ground.replace(Mutation.WIDER_TYPE, binary, code, 0.7, "the product does not fit into an int");
        }
        boolean equal = binary.getKind() == Tree.Kind.EQUAL_TO || binary.getKind() == Tree.Kind.NOT_EQUAL_TO;
        boolean objects = ground.facts().isReference(left) && ground.facts().isReference(right);
        if (equal && objects) {
            String not = binary.getKind() == Tree.Kind.EQUAL_TO ? "" : "!";
            String why = "objects are equal by content, not by identity";
            Rewrite safe = new Rewrite(file);
            safe.replace(binary, not + safe.type("java.util.Objects") + ".equals(" + first + ", " + second + ")");
            // Numbers and texts have no identity that anybody could mean.
            boolean value = ground.facts().isBoxed(left) || ground.facts().isString(left);
            double fit = value ? 1.5 : 1;
            ground.replace(Mutation.EQUALS_FOR_IDENTITY, binary, not + first + ".equals(" + second + ")", fit, why);
            ground.offer(Mutation.EQUALS_FOR_IDENTITY, safe, binary, 0.95 * fit, why);
        }
    }

    /** {@code items / size + 1} is one too many where nothing is left over. */
    private static void roundedUp(Ground ground, BinaryTree sum) {
        SourceFile file = ground.file();
        boolean more = sum.getKind() == Tree.Kind.PLUS
                && ground.facts().isIntegral(file.type(sum))
                && file.text(sum.getRightOperand()).equals("1");
        if (more
                && SourceFile.bare(sum.getLeftOperand()) instanceof BinaryTree quotient
                && quotient.getKind() == Tree.Kind.DIVIDE) {
            String divisor = ground.grouped(quotient.getRightOperand());
            String code = "(" + ground.file().text(quotient.getLeftOperand()) + " + " + divisor + " - 1) / " + divisor;
            ground.replace(Mutation.ROUNDED_UP, sum, code, 1, "one more is needed only where something is left over");
        }
    }

    private static void wider(Ground ground, VariableTree variable) {
        Tree type = variable.getType();
        TypeMirror is = type == null ? null : ground.file().type(variable);
        if (type == null || is == null || !ground.file().stands(type)) {
            return;
        }
        List<String> wider = is.getKind() == TypeKind.INT
                ? List.of("long", "double")
                : is.getKind() == TypeKind.FLOAT || is.getKind() == TypeKind.LONG ? List.of("double") : List.of();
        for (String one : wider) {
            Rewrite rewrite = new Rewrite(ground.file()).replace(type, one);
            ground.offer(Mutation.WIDER_TYPE, rewrite, variable, 1, "the value does not fit into " + is);
        }
    }

    private static void branches(Ground ground, ConditionalExpressionTree choice) {
        SourceFile file = ground.file();
        Rewrite swapped = new Rewrite(file)
                .replace(choice.getTrueExpression(), file.text(choice.getFalseExpression()))
                .replace(choice.getFalseExpression(), file.text(choice.getTrueExpression()));
        ground.offer(Mutation.BRANCHES_SWAPPED, swapped, choice, 1, "the branches stand in each other's place");
        for (ExpressionTree kept : List.of(choice.getTrueExpression(), choice.getFalseExpression())) {
            ground.replace(Mutation.OPERAND_DROPPED, choice, ground.grouped(kept), 0.6, "there is nothing to choose");
        }
    }
}
