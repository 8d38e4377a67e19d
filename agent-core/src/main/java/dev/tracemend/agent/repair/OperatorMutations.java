package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Other operators: relations, arithmetic, logic, signs, assignments; operands swapped or dropped. */
final class OperatorMutations implements MutationFamily {
    private static final Map<String, String> BOUNDARY = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");
    private static final List<String> RELATIONS = List.of("<", "<=", ">", ">=", "==", "!=");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");
    private static final List<String> BITS = List.of("&", "|", "^");
    private static final List<String> SHIFTS = List.of("<<", ">>", ">>>");
    private static final List<String> ASSIGNMENTS = List.of("+=", "-=", "*=", "/=", "%=", "=", "|=", "&=", "^=");
    private static final Set<String> ORDERED = Set.of("-", "/", "%", "<", "<=", ">", ">=", "<<", ">>", "&&", "||");

    @Override
    public void grow(Ground ground) {
        ground.all(BinaryTree.class).forEach(binary -> binary(ground, binary));
        ground.all(UnaryTree.class).forEach(unary -> unary(ground, unary));
        ground.all(CompoundAssignmentTree.class).forEach(compound -> compound(ground, compound));
        ground.all(AssignmentTree.class).forEach(assignment -> assignment(ground, assignment));
    }

    private static void binary(Ground ground, BinaryTree binary) {
        SourceFile file = ground.file();
        int from = file.end(binary.getLeftOperand());
        String between = file.text().substring(from, file.start(binary.getRightOperand()));
        String sign = between.replaceAll("[()]", "").strip();
        int at = from + between.indexOf(sign);
        TypeMirror left = file.type(binary.getLeftOperand());
        boolean numbers = ground.facts().isNumeric(left) || left != null && left.getKind() == TypeKind.CHAR;
        boolean text = ground.facts().isString(file.type(binary));
        if (RELATIONS.contains(sign)) {
            relation(ground, binary, sign, at, numbers);
        } else if (sign.equals("&&") || sign.equals("||")) {
            String other = sign.equals("&&") ? "||" : "&&";
            sign(ground, Mutation.LOGICAL_OTHER, binary, at, sign, other);
        }
        for (List<String> group : List.of(ARITHMETIC, BITS, SHIFTS)) {
            if (group.contains(sign) && !text) {
                group.stream()
                        .filter(other -> !other.equals(sign))
                        .forEach(other -> sign(ground, Mutation.ARITHMETIC_OTHER, binary, at, sign, other));
            }
        }
        earlier(ground, binary);
        operands(ground, binary, sign);
    }

    private static void relation(Ground ground, BinaryTree binary, String sign, int at, boolean numbers) {
        for (String other : RELATIONS) {
            boolean equality = other.equals("==") || other.equals("!=");
            if (!other.equals(sign) && (numbers || equality)) {
                Mutation kind = other.equals(BOUNDARY.get(sign)) ? Mutation.BOUNDARY_SHIFT : Mutation.RELATION_OTHER;
                sign(ground, kind, binary, at, sign, other);
            }
        }
    }

    /** {@code if (n == 0) return} where one is the end, too. */
    private static void earlier(Ground ground, BinaryTree binary) {
        SourceFile file = ground.file();
        boolean end = binary.getKind() == Tree.Kind.EQUAL_TO
                && ground.facts().isIntegral(file.type(binary.getLeftOperand()))
                && file.text(binary.getRightOperand()).equals("0")
                && file.around(binary, IfTree.class)
                        .filter(choice -> SourceFile.bare(choice.getCondition()) == binary && leaves(choice))
                        .isPresent();
        if (end) {
            String code = ground.grouped(binary.getLeftOperand()) + " <= 1";
            ground.replace(Mutation.EARLIER_END, binary, code, 1, "one is the end already");
        }
    }

    private static boolean leaves(IfTree choice) {
        StatementTree then = choice.getThenStatement();
        return then instanceof ReturnTree
                || then instanceof BlockTree block
                        && block.getStatements().stream().anyMatch(ReturnTree.class::isInstance);
    }

    private static void sign(Ground ground, Mutation kind, BinaryTree binary, int at, String sign, String other) {
        Rewrite rewrite = new Rewrite(ground.file()).replace(at, at + sign.length(), other);
        ground.offer(kind, rewrite, binary, 1, "`" + other + "` is meant, not `" + sign + "`");
    }

    private static void operands(Ground ground, BinaryTree binary, String sign) {
        SourceFile file = ground.file();
        ExpressionTree left = binary.getLeftOperand();
        ExpressionTree right = binary.getRightOperand();
        boolean joined = sign.equals("+") && ground.facts().isString(file.type(binary));
        if ((joined || ORDERED.contains(sign)) && !file.binds(binary)) {
            Rewrite swapped =
                    new Rewrite(file).replace(left, ground.grouped(right)).replace(right, ground.grouped(left));
            ground.offer(Mutation.OPERANDS_SWAPPED, swapped, binary, 1, "the operands stand the wrong way round");
        }
        if (!RELATIONS.contains(sign)) {
            String why = "one side of `" + sign + "` is too much";
            TypeMirror type = file.type(binary);
            for (ExpressionTree kept : List.of(left, right)) {
                if (ground.facts().assignable(file.type(kept), type)) {
                    ground.replace(Mutation.OPERAND_DROPPED, binary, file.text(kept), 1, why);
                }
            }
        }
    }

    private static void unary(Ground ground, UnaryTree unary) {
        SourceFile file = ground.file();
        String text = file.text(unary);
        String inner = file.text(unary.getExpression());
        Tree.Kind kind = unary.getKind();
        if (kind == Tree.Kind.LOGICAL_COMPLEMENT || kind == Tree.Kind.UNARY_MINUS) {
            ground.replace(Mutation.UNARY_OTHER, unary, inner, 1, "the sign in front is too much");
        } else if (text.contains("++") || text.contains("--")) {
            String other = text.contains("++") ? text.replace("++", "--") : text.replace("--", "++");
            ground.replace(Mutation.UNARY_OTHER, unary, other, 1, "it counts in the wrong direction");
            if (!ground.isTarget(unary)) {
                boolean before = text.startsWith("+") || text.startsWith("-");
                String sign = text.contains("++") ? "++" : "--";
                String moved = before ? inner + sign : sign + inner;
                ground.replace(Mutation.UNARY_OTHER, unary, moved, 1, "the value before and after counting differ");
            }
        }
    }

    private static void compound(Ground ground, CompoundAssignmentTree compound) {
        SourceFile file = ground.file();
        int from = file.end(compound.getVariable());
        String between = file.text().substring(from, file.start(compound.getExpression()));
        String sign = between.replaceAll("[()]", "").strip();
        boolean text = ground.facts().isString(file.type(compound.getVariable()));
        for (String other : ASSIGNMENTS) {
            if (!other.equals(sign) && (!text || other.equals("="))) {
                int at = from + between.indexOf(sign);
                Rewrite rewrite = new Rewrite(file).replace(at, at + sign.length(), other);
                String why = "`" + other + "` is meant, not `" + sign + "`";
                ground.offer(Mutation.ASSIGNMENT_OTHER, rewrite, compound, other.length() == 2 ? 0.8 : 1, why);
            }
        }
    }

    private static void assignment(Ground ground, AssignmentTree assignment) {
        SourceFile file = ground.file();
        String target = file.text(assignment.getVariable());
        String value = file.text(assignment.getExpression());
        TypeMirror type = file.type(assignment.getVariable());
        if (ground.facts().isNumeric(type)) {
            for (String sign : List.of("+=", "-=", "*=")) {
                String code = target + " " + sign + " " + value;
                ground.replace(Mutation.ASSIGNMENT_OTHER, assignment, code, 0.8, "it is to be added up, not set");
            }
            for (String best : List.of("max", "min")) {
                String code = target + " = Math." + best + "(" + target + ", " + value + ")";
                double fit = result(ground, assignment) ? 2 : 1;
                ground.replace(
                        Mutation.ASSIGNMENT_BEST, assignment, code, fit, "only a better value may take its place");
            }
        } else if (ground.facts().isBoolean(type)) {
            for (String sign : List.of("|=", "&=")) {
                String code = target + " " + sign + " " + value;
                ground.replace(Mutation.ASSIGNMENT_OTHER, assignment, code, 0.7, "what was found before counts, too");
            }
        }
        own(ground, assignment, target, value);
    }

    /** Set anew in each round of a loop, whatever it was before, and given back in the end. */
    private static boolean result(Ground ground, AssignmentTree assignment) {
        SourceFile file = ground.file();
        String name = file.text(assignment.getVariable());
        boolean looped = file.around(assignment, ForLoopTree.class).isPresent()
                || file.around(assignment, EnhancedForLoopTree.class).isPresent()
                || file.around(assignment, WhileLoopTree.class).isPresent();
        return looped
                && assignment.getVariable() instanceof IdentifierTree
                && file.around(assignment, MethodTree.class).stream()
                        .flatMap(method -> file.inside(method, ReturnTree.class).stream())
                        .anyMatch(end -> end.getExpression() != null
                                && file.text(end.getExpression()).equals(name));
    }

    /** {@code x = x} in a constructor means {@code this.x = x}. */
    private static void own(Ground ground, AssignmentTree assignment, String target, String value) {
        boolean field =
                ground.visible(assignment).stream().anyMatch(name -> name.name().equals("this." + target));
        if (field) {
            double fit = target.equals(value) ? 1.4 : 0.6;
            ground.replace(
                    Mutation.FIELD_NOT_PARAMETER,
                    assignment.getVariable(),
                    "this." + target,
                    fit,
                    "the field is meant, not the variable that hides it");
        }
    }
}
