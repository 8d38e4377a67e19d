package dev.tracemend.agent.repair;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The right parts in the wrong shape: parentheses left out or too many, indices of a table swapped, another receiver. */
final class ShapeMutations implements MutationFamily {

    @Override
    public void grow(Ground ground) {
        ground.all(BinaryTree.class).forEach(binary -> grouped(ground, binary));
        ground.all(ParenthesizedTree.class).forEach(group -> ungrouped(ground, group));
        ground.all(ArrayAccessTree.class).forEach(access -> indices(ground, access));
        ground.all(MethodInvocationTree.class).forEach(call -> receiver(ground, call));
    }

    /** {@code a - b * c} for {@code (a - b) * c}, and {@code a * b + c} for {@code a * (b + c)}. */
    private static void grouped(Ground ground, BinaryTree binary) {
        SourceFile file = ground.file();
        if (ground.facts().isString(file.type(binary)) || file.binds(binary)) {
            return;
        }
        if (binary.getRightOperand() instanceof BinaryTree right) {
            around(ground, binary, file.start(binary), file.end(first(right)));
        }
        if (binary.getLeftOperand() instanceof BinaryTree left) {
            around(ground, binary, file.start(last(left)), file.end(binary));
        }
    }

    private static void around(Ground ground, BinaryTree whole, int start, int end) {
        Rewrite rewrite = new Rewrite(ground.file()).insert(start, "(").insert(end, ")");
        String inner = ground.file().text().substring(start, end);
        ground.offer(Mutation.REGROUPED, rewrite, whole, 1, "`" + inner + "` belongs together");
    }

    private static ExpressionTree first(ExpressionTree tree) {
        return tree instanceof BinaryTree binary ? first(binary.getLeftOperand()) : tree;
    }

    private static ExpressionTree last(ExpressionTree tree) {
        return tree instanceof BinaryTree binary ? last(binary.getRightOperand()) : tree;
    }

    private static void ungrouped(Ground ground, ParenthesizedTree group) {
        SourceFile file = ground.file();
        boolean operand = file.parent(group).orElse(group) instanceof BinaryTree;
        if (operand && group.getExpression() instanceof BinaryTree && !file.binds(group)) {
            String inner = file.text(group.getExpression());
            ground.replace(
                    Mutation.REGROUPED, group, inner, 0.6, "the parentheses put together what does not belong so");
        }
    }

    private static void indices(Ground ground, ArrayAccessTree access) {
        SourceFile file = ground.file();
        if (access.getExpression() instanceof ArrayAccessTree table
                && !file.text(table.getIndex()).equals(file.text(access.getIndex()))) {
            Rewrite swapped = new Rewrite(file)
                    .replace(table.getIndex(), file.text(access.getIndex()))
                    .replace(access.getIndex(), file.text(table.getIndex()));
            ground.offer(Mutation.INDICES_SWAPPED, swapped, access, 1, "row and column stand the wrong way round");
        }
    }

    /** A variable of another type that knows the method, too. */
    private static void receiver(Ground ground, MethodInvocationTree call) {
        SourceFile file = ground.file();
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)
                || !(file.element(call) instanceof ExecutableElement method)
                || method.getModifiers().contains(Modifier.STATIC)) {
            return;
        }
        TypeMirror known = file.type(select.getExpression());
        String written = file.text(select.getExpression());
        for (VisibleNames.Name other : ground.visible(call)) {
            boolean sameType = ground.facts().assignable(other.type(), known);
            if (!sameType && !other.name().equals(written) && knows(ground, other.type(), method)) {
                String why = other.name() + " is meant, not " + written;
                ground.replace(Mutation.RECEIVER_OTHER, select.getExpression(), other.name(), 0.8, why);
            }
        }
    }

    private static boolean knows(Ground ground, TypeMirror type, ExecutableElement method) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement owner)) {
            return false;
        }
        int wanted = method.getParameters().size();
        List<? extends ExecutableElement> members =
                ElementFilter.methodsIn(ground.facts().elements().getAllMembers(owner));
        return members.stream()
                .anyMatch(each -> each.getSimpleName().equals(method.getSimpleName())
                        && each.getParameters().size() == wanted
                        && !String.valueOf(each.getEnclosingElement()).equals("java.lang.Object"));
    }
}
