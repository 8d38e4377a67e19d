package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element that was taken without asking whether there is one: optionals, iterators, queues, sorted collections. */
final class AbsentElementRule implements CrashRule {

    @Override
    public boolean fits(Crash crash) {
        return crash.is("NoSuchElementException", "EmptyStackException", "InputMismatchException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        SourceFile file = scene.site().file();
        for (MethodInvocationTree call : scene.site().all(MethodInvocationTree.class)) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                ExpressionTree holder = select.getExpression();
                String type = file.facts().name(file.type(holder));
                if (type.startsWith("java.util.Optional")) {
                    optional(file, call, holder, out);
                } else if (Siblings.name(call).equals("next")
                        || Siblings.name(call).equals("nextLine")) {
                    next(file, call, holder, out);
                } else if (Siblings.name(call)
                        .matches(
                                "remove|removeFirst|removeLast|pop|element|getFirst|getLast|peek|first|last|firstKey|lastKey")) {
                    taken(file, call, holder, out);
                } else if (Siblings.name(call).matches("max|min")
                        && call.getArguments().size() >= 1) {
                    taken(file, call, call.getArguments().get(0), out);
                }
            }
        }
    }

    private static void optional(SourceFile file, MethodInvocationTree call, ExpressionTree holder, Proposals out) {
        if (!Siblings.name(call).matches("get|getAsInt|getAsLong|getAsDouble|orElseThrow")
                || !call.getArguments().isEmpty()) {
            return;
        }
        int nameStart = file.end(call.getMethodSelect()) - Siblings.name(call).length();
        for (Map.Entry<String, Double> each : defaults(file, call).entrySet()) {
            Rewrite rewrite = new Rewrite(file);
            rewrite.replace(nameStart, file.end(call), "orElse(" + rewrite.code(each.getKey()) + ")");
            out.cause(
                    Operator.OR_ELSE,
                    rewrite,
                    each.getValue(),
                    "where there is no value, " + each.getKey() + " is taken");
        }
        if (NullUse.repeatable(holder)) {
            String text = file.text(holder);
            guard(file, call, text + ".isEmpty()", holder, Operator.EMPTY_GUARD, text + " may be empty", out);
        }
    }

    private static Map<String, Double> defaults(SourceFile file, MethodInvocationTree call) {
        Map<String, Double> defaults = new LinkedHashMap<>();
        Siblings.of(file, call)
                .ifPresent(siblings ->
                        siblings.lastArguments("orElse", 1, siblings.receiver(call), file.type(call)).stream()
                                .limit(2)
                                .forEach(value -> defaults.put(value, 1.0)));
        file.facts().neutral(file.type(call)).ifPresent(neutral -> defaults.putIfAbsent(neutral, 0.92));
        return defaults;
    }

    private static void next(SourceFile file, MethodInvocationTree call, ExpressionTree holder, Proposals out) {
        String question = Siblings.name(call).equals("next") ? ".hasNext()" : ".hasNextLine()";
        boolean fromCollection = holder instanceof MethodInvocationTree made
                && Siblings.name(made).equals("iterator")
                && made.getMethodSelect() instanceof MemberSelectTree;
        String text = file.text(holder);
        if (fromCollection
                && holder instanceof MethodInvocationTree made
                && made.getMethodSelect() instanceof MemberSelectTree from) {
            String collection = file.text(from.getExpression());
            boolean sized = file.facts().isCollection(file.type(from.getExpression()));
            String condition = sized ? collection + ".isEmpty()" : "!" + text + question;
            guard(file, call, condition, from.getExpression(), Operator.EMPTY_GUARD, collection + " may be empty", out);
            ternary(file, call, condition, out);
        } else if (NullUse.repeatable(holder)) {
            guard(file, call, "!" + text + question, holder, Operator.HAS_NEXT, text + " may have no more", out);
            ternary(file, call, "!" + text + question, out);
        }
    }

    private static void taken(SourceFile file, MethodInvocationTree call, ExpressionTree holder, Proposals out) {
        boolean collection =
                file.facts().isCollection(file.type(holder)) || file.facts().isMap(file.type(holder));
        if (!collection || !NullUse.repeatable(holder)) {
            return;
        }
        String text = file.text(holder);
        guard(file, call, text + ".isEmpty()", holder, Operator.EMPTY_GUARD, text + " may be empty", out);
        ternary(file, call, text + ".isEmpty()", out);
        polite(file, call, holder, out);
    }

    /** The method of a queue that gives nothing where there is nothing. */
    private static void polite(SourceFile file, MethodInvocationTree call, ExpressionTree holder, Proposals out) {
        String polite =
                switch (Siblings.name(call)) {
                    case "remove" -> "poll";
                    case "removeFirst", "pop" -> "pollFirst";
                    case "removeLast" -> "pollLast";
                    case "element" -> "peek";
                    case "getFirst" -> "peekFirst";
                    case "getLast" -> "peekLast";
                    default -> "";
                };
        if (polite.isEmpty()
                || !call.getArguments().isEmpty()
                || !file.facts().is(file.type(holder), "java.util.Queue")) {
            return;
        }
        int end = file.end(call.getMethodSelect());
        Rewrite rewrite = new Rewrite(file).replace(end - Siblings.name(call).length(), end, polite);
        boolean dropped = file.parent(call).orElse(null) instanceof ExpressionStatementTree;
        out.add(
                Operator.POLL,
                rewrite,
                dropped ? 1.6 : 1,
                polite + " takes an element only where there is one",
                !dropped);
    }

    private static void guard(
            SourceFile file, Tree place, String condition, Tree use, Operator operator, String why, Proposals out) {
        if (NullUse.repeatable(use)) {
            new Guards(out).propose(new Guards.Ask(file, place, condition, List.of(use), operator, 1, true, why));
        }
    }

    private static void ternary(SourceFile file, Tree call, String condition, Proposals out) {
        Optional<String> neutral = file.facts().neutral(file.type(call));
        if (neutral.isEmpty() || file.parent(call).orElse(null) instanceof ExpressionStatementTree) {
            return;
        }
        Tree parent = file.parent(call).orElse(call);
        boolean alone = parent instanceof ReturnTree || parent instanceof VariableTree;
        Rewrite rewrite = new Rewrite(file);
        String choice = condition + " ? " + rewrite.code(neutral.get()) + " : " + file.text(call);
        rewrite.replace(call, alone ? choice : "(" + choice + ")");
        out.cause(Operator.HAS_NEXT, rewrite, 0.9, "where there is no element, " + neutral.get() + " is taken");
    }
}
