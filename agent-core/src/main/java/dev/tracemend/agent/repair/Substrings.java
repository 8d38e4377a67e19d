package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Parts of texts and lists: an end behind the end, and a separator that was not found. */
final class Substrings {
    private final OutOfBounds message;
    private final Proposals out;

    Substrings(OutOfBounds message, Proposals out) {
        this.message = message;
        this.out = out;
    }

    void propose(Spot spot) {
        for (MethodInvocationTree call : spot.all(MethodInvocationTree.class)) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && Siblings.name(call).matches("substring|subSequence|subList|delete|replace")
                    && spot.file().facts().isPrimitive(firstType(spot.file(), call))) {
                part(spot.file(), call, select.getExpression());
            }
        }
    }

    private static @Nullable TypeMirror firstType(SourceFile file, MethodInvocationTree call) {
        return call.getArguments().isEmpty()
                ? null
                : file.type(call.getArguments().get(0));
    }

    private void part(SourceFile file, MethodInvocationTree call, ExpressionTree whole) {
        if (!NullUse.repeatable(whole)) {
            return;
        }
        String text = file.text(whole);
        String length = text + (Siblings.name(call).equals("subList") ? ".size()" : ".length()");
        for (ExpressionTree argument : call.getArguments()) {
            notFound(file, call, whole, argument);
        }
        if (message.negative()) {
            return;
        }
        Rewrite both = new Rewrite(file);
        for (ExpressionTree argument : call.getArguments()) {
            if (file.facts().isPrimitive(file.type(argument))
                    && !file.text(argument).equals("0")) {
                both.replace(argument, "Math.min(" + file.text(argument) + ", " + length + ")");
            }
        }
        ExpressionTree end = call.getArguments().get(call.getArguments().size() - 1);
        if (call.getArguments().size() == 2) {
            Rewrite clamp = new Rewrite(file).replace(end, "Math.min(" + file.text(end) + ", " + length + ")");
            boolean head = file.text(call.getArguments().get(0)).equals("0");
            out.cause(Operator.CLAMP, clamp, head ? 1.2 : 1.15, "a part cannot end behind " + text);
        }
        out.cause(Operator.CLAMP, both, 1.05, "a part cannot lie behind " + text);
        if (NullUse.repeatable(end) || end instanceof LiteralTree) {
            guard(file, call, length + " < " + file.text(end), List.of(whole, end), text + " may be shorter");
        }
    }

    /** {@code s.substring(0, s.indexOf(x))} where x is not in s. */
    private void notFound(SourceFile file, MethodInvocationTree call, Tree whole, ExpressionTree argument) {
        Tree value = SourceFile.bare(argument);
        if (value instanceof IdentifierTree
                && file.declaration(file.element(value)).orElse(null) instanceof VariableTree variable
                && variable.getInitializer() != null) {
            value = SourceFile.bare(variable.getInitializer());
        }
        if (!(value instanceof MethodInvocationTree search)
                || !Siblings.name(search).matches("(?:last)?[iI]ndexOf")) {
            return;
        }
        String index = file.text(argument);
        Rewrite rewrite = new Rewrite(file);
        rewrite.replace(call, "(" + index + " < 0 ? " + file.text(whole) + " : " + file.text(call) + ")");
        out.cause(Operator.NOT_FOUND_CHECK, rewrite, 1, "where nothing is found, the whole is meant");
        if (argument == call.getArguments().get(call.getArguments().size() - 1)
                && call.getArguments().size() == 2) {
            String length = file.text(whole) + (Siblings.name(call).equals("subList") ? ".size()" : ".length()");
            Rewrite end = new Rewrite(file).replace(argument, "(" + index + " < 0 ? " + length + " : " + index + ")");
            out.cause(Operator.NOT_FOUND_CHECK, end, 0.9, "where nothing is found, the part reaches to the end");
        }
        guard(file, call, index + " < 0", List.of(argument), index + " is below 0 where nothing is found");
    }

    private void guard(SourceFile file, Tree place, String condition, List<Tree> uses, String why) {
        new Guards(out).propose(new Guards.Ask(file, place, condition, uses, Operator.NOT_FOUND_CHECK, 0.8, true, why));
    }
}
