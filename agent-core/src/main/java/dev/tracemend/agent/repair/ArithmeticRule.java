package dev.tracemend.agent.repair;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;

/** A division by zero, and decimals that need rounding. */
final class ArithmeticRule implements CrashRule {

    @Override
    public boolean fits(Crash crash) {
        return crash.is("ArithmeticException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        String message = scene.crash().message();
        Spot spot = scene.site();
        if (message.contains("Non-terminating") || message.contains("Rounding")) {
            new DecimalRounding(out).propose(spot);
            return;
        }
        if (message.contains("overflow")) {
            return;
        }
        for (ExpressionTree node : spot.all(ExpressionTree.class)) {
            divisor(node).ifPresent(divisor -> zero(spot.file(), node, divisor, out));
        }
    }

    private static Optional<ExpressionTree> divisor(ExpressionTree node) {
        if (node instanceof BinaryTree binary
                && (binary.getKind() == Tree.Kind.DIVIDE || binary.getKind() == Tree.Kind.REMAINDER)) {
            return Optional.of(binary.getRightOperand());
        }
        if (node instanceof CompoundAssignmentTree compound
                && (compound.getKind() == Tree.Kind.DIVIDE_ASSIGNMENT
                        || compound.getKind() == Tree.Kind.REMAINDER_ASSIGNMENT)) {
            return Optional.of(compound.getExpression());
        }
        if (node instanceof MethodInvocationTree call && !call.getArguments().isEmpty()) {
            String name = Siblings.name(call);
            if (name.matches("floorDiv|floorMod|ceilDiv") && call.getArguments().size() == 2) {
                return Optional.of(call.getArguments().get(1));
            }
            if (name.matches("divide|mod|remainder|divideToIntegralValue|dividedBy")) {
                return Optional.of(call.getArguments().get(0));
            }
        }
        return Optional.empty();
    }

    private static void zero(SourceFile file, ExpressionTree division, ExpressionTree divisor, Proposals out) {
        Tree bare = SourceFile.bare(divisor);
        if (bare instanceof LiteralTree) {
            return;
        }
        String text = file.text(divisor);
        String condition = isZero(file, divisor);
        String why = text + " is 0 where there is nothing to divide by";
        if (NullUse.repeatable(bare) || bare instanceof BinaryTree) {
            collection(file, bare).ifPresent(empty -> guard(file, division, empty, List.of(divisor), 1, why, out));
            guard(
                    file,
                    division,
                    condition,
                    List.of(divisor),
                    collection(file, bare).isPresent() ? 0.8 : 1,
                    why,
                    out);
            ternary(file, division, condition, why, out);
        }
    }

    private static void guard(
            SourceFile file, Tree place, String condition, List<Tree> uses, double fit, String why, Proposals out) {
        new Guards(out).propose(new Guards.Ask(file, place, condition, uses, Operator.ZERO_GUARD, fit, true, why));
    }

    /** The collection or text whose size is divided by, as the question whether it is empty. */
    private static Optional<String> collection(SourceFile file, Tree bare) {
        if (bare instanceof MethodInvocationTree call
                && Siblings.name(call).matches("size|length")
                && call.getMethodSelect() instanceof MemberSelectTree select) {
            return Optional.of(file.text(select.getExpression()) + ".isEmpty()");
        }
        return Optional.empty();
    }

    private static String isZero(SourceFile file, ExpressionTree divisor) {
        String text = file.text(divisor);
        if (file.facts().is(file.type(divisor), "java.math.BigDecimal")
                || file.facts().is(file.type(divisor), "java.math.BigInteger")) {
            return text + ".signum() == 0";
        }
        if (file.facts().is(file.type(divisor), "java.time.Duration")) {
            return text + ".isZero()";
        }
        return SourceFile.bare(divisor) == divisor && divisor instanceof BinaryTree
                ? "(" + text + ") == 0"
                : text + " == 0";
    }

    private static void ternary(SourceFile file, Tree division, String condition, String why, Proposals out) {
        Optional<String> neutral = file.facts().neutral(file.type(division));
        if (division instanceof CompoundAssignmentTree || neutral.isEmpty()) {
            return;
        }
        Tree parent = file.parent(division).orElse(division);
        boolean alone = parent instanceof ReturnTree || parent instanceof VariableTree;
        Rewrite rewrite = new Rewrite(file);
        String choice = condition + " ? " + rewrite.code(neutral.get()) + " : " + file.text(division);
        rewrite.replace(division, alone ? choice : "(" + choice + ")");
        out.cause(Operator.ZERO_TERNARY, rewrite, 1, why);
    }
}
