package dev.tracemend.agent.repair;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Changes how a value that may be null is used where it failed. */
final class NullUse {
    private final Proposals out;

    NullUse(Proposals out) {
        this.out = out;
    }

    void propose(NullPlace place, double fit) {
        constantFirst(place, fit);
        ofNullable(place, fit);
        if (repeatable(place.nullable())) {
            condition(place, fit);
            guard(place, fit);
            ternary(place, fit);
            skip(place, fit);
        }
    }

    /** {@code a.equals("x")} to {@code "x".equals(a)}; with no constant, {@code Objects.equals}. */
    private void constantFirst(NullPlace place, double fit) {
        if (!(place.user() instanceof MethodInvocationTree call)
                || call.getArguments().size() != 1
                || !Siblings.name(call).matches("equals|equalsIgnoreCase|contentEquals")) {
            return;
        }
        SourceFile file = place.file();
        Tree argument = call.getArguments().get(0);
        String receiver = file.text(place.nullable());
        if (constant(file, argument)) {
            Rewrite swapped = new Rewrite(file);
            swapped.replace(call, file.text(argument) + "." + Siblings.name(call) + "(" + receiver + ")");
            out.cause(
                    Operator.CONSTANT_FIRST,
                    swapped,
                    fit,
                    "the constant is never null, so it is asked instead of " + receiver);
        } else if (Siblings.name(call).equals("equals")) {
            Rewrite both = new Rewrite(file);
            String name = both.type("java.util.Objects");
            both.replace(call, name + ".equals(" + receiver + ", " + file.text(argument) + ")");
            out.cause(
                    Operator.CONSTANT_FIRST,
                    both,
                    fit * 0.85,
                    "Objects.equals compares also where " + receiver + " is null");
        }
    }

    private static boolean constant(SourceFile file, Tree tree) {
        Element element = file.element(tree);
        boolean shared = element != null
                && (element.getKind() == ElementKind.ENUM_CONSTANT
                        || (element.getKind() == ElementKind.FIELD
                                && element.getModifiers().containsAll(List.of(Modifier.STATIC, Modifier.FINAL))));
        return shared || (tree instanceof LiteralTree literal && literal.getKind() == Tree.Kind.STRING_LITERAL);
    }

    private void ofNullable(NullPlace place, double fit) {
        if (place.user() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.toString().endsWith("Optional.of")) {
            int end = place.file().end(select);
            Rewrite rewrite = new Rewrite(place.file()).replace(end - "of".length(), end, "ofNullable");
            out.cause(Operator.OF_NULLABLE, rewrite, fit, "an absent value is what an empty Optional is for");
        }
    }

    /** Whether naming an expression twice is the same as naming it once. */
    static boolean repeatable(Tree tree) {
        Tree bare = SourceFile.bare(tree);
        if (bare instanceof IdentifierTree) {
            return true;
        }
        if (bare instanceof MemberSelectTree select) {
            return repeatable(select.getExpression());
        }
        if (bare instanceof ArrayAccessTree access) {
            return repeatable(access.getExpression())
                    && (access.getIndex() instanceof LiteralTree || repeatable(access.getIndex()));
        }
        if (bare instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select) {
            boolean changes = Siblings.name(call)
                    .matches(
                            "(?:next|poll|pop|remove|take|add|put|read|increment|decrement|offer|create|make|new)(?:[A-Z]\\w*)?");
            boolean simple =
                    call.getArguments().stream().allMatch(each -> each instanceof LiteralTree || repeatable(each));
            return !changes && simple && call.getArguments().size() <= 1 && repeatable(select.getExpression());
        }
        return false;
    }

    private void condition(NullPlace place, double fit) {
        SourceFile file = place.file();
        Tree question = question(file, place.user());
        if (question == null) {
            return;
        }
        Tree parent = file.parent(question).orElse(question);
        boolean leaves = leaves(file, question);
        String value = file.text(place.nullable());
        String old = wrapped(file, question);
        boolean open = parent instanceof BinaryTree || parent instanceof UnaryTree;
        String yes = value + " == null || " + old;
        String no = value + " != null && " + old;
        Rewrite asNull = new Rewrite(file).replace(question, open ? "(" + yes + ")" : yes);
        Rewrite notNull = new Rewrite(file)
                .replace(question, open && parent.getKind() != Tree.Kind.CONDITIONAL_AND ? "(" + no + ")" : no);
        if (!file.binds(question)) {
            out.symptom(
                    Operator.NULL_CONDITION,
                    asNull,
                    fit * (leaves ? 1 : 0.6),
                    "the condition also holds where " + value + " is null");
        }
        out.symptom(
                Operator.NULL_CONDITION,
                notNull,
                fit * (leaves ? 0.7 : 1),
                "the condition does not hold where " + value + " is null");
    }

    /** Whether a question is an {@code if}'s whose answer yes leaves the method or the round of the loop. */
    private static boolean leaves(SourceFile file, Tree question) {
        return file.around(question, IfTree.class)
                .filter(choice -> file.start(choice.getCondition()) <= file.start(question)
                        && file.end(choice.getCondition()) >= file.end(question))
                .filter(choice -> choice.getElseStatement() == null)
                .map(choice ->
                        file.text(choice.getThenStatement()).matches("(?s)\\{?\\s*(?:return|continue|throw)\\b.*"))
                .orElse(false);
    }

    /** The smallest yes-or-no expression that uses a value; null where it is used for something else. */
    private static @Nullable Tree question(SourceFile file, Tree user) {
        Tree at = user;
        while (at instanceof ExpressionTree && !file.facts().isBoolean(file.type(at))) {
            at = file.parent(at).orElse(null);
            if (at == null || !(at instanceof ExpressionTree)) {
                return null;
            }
        }
        while (file.parent(at).orElse(null) instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            at = not;
        }
        return at instanceof ExpressionTree && !(file.parent(at).orElse(null) instanceof ExpressionStatementTree)
                ? at
                : null;
    }

    private static String wrapped(SourceFile file, Tree question) {
        boolean loose =
                switch (question.getKind()) {
                    case CONDITIONAL_OR, CONDITIONAL_AND, CONDITIONAL_EXPRESSION, ASSIGNMENT -> true;
                    default -> false;
                };
        return loose ? "(" + file.text(question) + ")" : file.text(question);
    }

    private void guard(NullPlace place, double fit) {
        String value = place.file().text(place.nullable());
        new Guards(out)
                .propose(new Guards.Ask(
                        place.file(),
                        place.user(),
                        value + " == null",
                        List.of(place.nullable()),
                        Operator.NULL_GUARD,
                        fit,
                        false,
                        "there is nothing to do where " + value + " is null"));
    }

    /** {@code x == null ? nothing : x.use()}, around the part of the chain whose type has a "nothing". */
    private void ternary(NullPlace place, double fit) {
        SourceFile file = place.file();
        String value = file.text(place.nullable());
        if (place.user() instanceof EnhancedForLoopTree || !(place.user() instanceof ExpressionTree)) {
            return;
        }
        Tree whole = place.user();
        if (file.facts().isFluent(file.type(place.nullable()))) {
            return;
        }
        Optional<String> neutral = file.facts().neutral(file.type(whole));
        while (neutral.isEmpty() && file.parent(whole).orElse(null) instanceof MemberSelectTree select) {
            Tree next = file.parent(select)
                    .filter(MethodInvocationTree.class::isInstance)
                    .orElse(select);
            whole = next;
            neutral = file.facts().neutral(file.type(whole));
        }
        if (neutral.isEmpty()
                || whole == place.nullable()
                || file.parent(whole).orElse(null) instanceof ExpressionStatementTree) {
            return;
        }
        Tree parent = file.parent(whole).orElse(whole);
        boolean alone = parent instanceof ReturnTree || parent instanceof VariableTree;
        Rewrite rewrite = new Rewrite(file);
        String choice = value + " == null ? " + rewrite.code(neutral.get()) + " : " + file.text(whole);
        rewrite.replace(whole, alone ? choice : "(" + choice + ")");
        out.symptom(Operator.NULL_TERNARY, rewrite, fit, "nothing is taken where " + value + " is null");
    }

    private void skip(NullPlace place, double fit) {
        SourceFile file = place.file();
        Optional<StatementTree> statement = file.statement(place.user());
        if (statement.orElse(null) instanceof ExpressionStatementTree whole
                && file.line(whole) == file.lineAt(file.end(whole))) {
            String indent = file.newLine() + file.indent(file.start(whole));
            String value = file.text(place.nullable());
            Rewrite rewrite = new Rewrite(file)
                    .replace(
                            whole,
                            "if (" + value + " != null) {" + indent + file.indentStep() + file.text(whole) + indent
                                    + "}");
            out.symptom(Operator.SKIP_WHEN_NULL, rewrite, fit, "the step is skipped where " + value + " is null");
        }
    }
}
