package dev.tracemend.agent.repair;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Leaves a method early where it cannot work on, in line with what the class does elsewhere. */
final class Guards {
    private static final int MOST_VALUES = 3;

    private final Proposals out;

    Guards(Proposals out) {
        this.out = out;
    }

    /**
     * A guard to propose.
     *
     * @param place the expression that fails
     * @param condition when it fails, as code
     * @param uses the expressions the condition is made of
     * @param defines whether the value returned completes the method's meaning (an average of nothing) rather than
     *     hides a fault
     */
    record Ask(
            SourceFile file,
            Tree place,
            String condition,
            List<Tree> uses,
            Operator operator,
            double fit,
            boolean defines,
            String why) {}

    void propose(Ask ask) {
        Optional<StatementTree> before = ask.file().statement(ask.place());
        if (before.isEmpty() || !inScope(ask, before.get())) {
            return;
        }
        boolean loops = skip(ask, before.get());
        if (ask.file().callable(before.get()).orElse(null) instanceof MethodTree method
                && method.getReturnType() != null) {
            leave(ask, before.get(), method, loops ? 0.8 : 1);
        }
    }

    private void leave(Ask ask, StatementTree before, MethodTree method, double fit) {
        TypeMirror type = ask.file().type(method.getReturnType());
        Rewrite names = new Rewrite(ask.file());
        if (ask.file().facts().isVoid(type)) {
            Rewrite rewrite = insert(names, ask, before, "return;");
            boolean sibling = siblings(ask, method, type).containsKey("");
            Operator operator = sibling ? Operator.SIBLING_GUARD : ask.operator();
            out.add(operator, rewrite, ask.fit() * fit * (sibling ? 1 : 0.7), ask.why(), !sibling);
            return;
        }
        double step = fit;
        for (Map.Entry<String, Boolean> value : values(ask, method, type).entrySet()) {
            Rewrite rewrite = new Rewrite(ask.file());
            insert(rewrite, ask, before, "return " + rewrite.code(value.getKey()) + ";");
            boolean sibling = value.getValue();
            String why = sibling ? ask.why() + "; other code of the class does the same" : ask.why();
            out.add(
                    sibling ? Operator.SIBLING_GUARD : ask.operator(),
                    rewrite,
                    ask.fit() * step,
                    why,
                    !sibling && !ask.defines());
            step *= 0.75;
        }
    }

    /** Values to return, the likeliest first, and whether a sibling returns it for the same question. */
    private Map<String, Boolean> values(Ask ask, MethodTree method, @Nullable TypeMirror type) {
        Map<String, Boolean> values = new LinkedHashMap<>(siblings(ask, method, type));
        ask.file().facts().neutral(type).ifPresent(value -> values.putIfAbsent(value, false));
        Siblings.of(ask.file(), ask.place()).ifPresent(siblings -> siblings.guards(type)
                .forEach(guard -> values.putIfAbsent(guard.returned(), false)));
        Map<String, Boolean> few = new LinkedHashMap<>();
        values.entrySet().stream().limit(MOST_VALUES).forEach(each -> few.put(each.getKey(), each.getValue()));
        return few;
    }

    private static Map<String, Boolean> siblings(Ask ask, MethodTree method, @Nullable TypeMirror type) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        String shape = Siblings.shape(ask.condition());
        Siblings.of(ask.file(), method).ifPresent(siblings -> {
            for (Siblings.Guard guard : siblings.guards(type)) {
                boolean alike =
                        !shape.isEmpty() && Siblings.shape(guard.condition()).equals(shape);
                if (alike || asksTheSame(ask, method, guard)) {
                    same.put(guard.returned(), true);
                }
            }
        });
        return same;
    }

    /** Whether the same method already leaves because of the same value, for another reason. */
    private static boolean asksTheSame(Ask ask, MethodTree method, Siblings.Guard guard) {
        boolean here = ask.file().callable(guard.tree()).filter(method::equals).isPresent();
        String subject = guard.condition().split("[ .]", 2)[0];
        return here
                && ask.uses().stream()
                        .map(ask.file()::text)
                        .anyMatch(value -> value.equals(subject) || value.startsWith(subject + "."));
    }

    private boolean skip(Ask ask, StatementTree before) {
        Optional<Tree> loop = loop(ask.file(), before);
        if (loop.isEmpty()) {
            return false;
        }
        boolean sibling = Siblings.of(ask.file(), before).stream()
                .flatMap(siblings -> siblings.guards().stream())
                .anyMatch(guard ->
                        guard.continues() && Siblings.shape(guard.condition()).equals(Siblings.shape(ask.condition())));
        Rewrite rewrite = insert(new Rewrite(ask.file()), ask, before, "continue;");
        out.add(
                sibling ? Operator.SIBLING_GUARD : ask.operator(),
                rewrite,
                ask.fit() * (sibling ? 1 : 0.9),
                ask.why() + "; the loop goes on with the next element",
                !sibling);
        return true;
    }

    /** The loop whose round a statement is part of; of {@code while} loops nothing is said, they might not end. */
    private static Optional<Tree> loop(SourceFile file, StatementTree statement) {
        Optional<Tree> callable = file.callable(statement);
        Optional<Tree> loop = file.around(statement, EnhancedForLoopTree.class).map(Tree.class::cast);
        if (loop.isEmpty()) {
            loop = file.around(statement, ForLoopTree.class).map(Tree.class::cast);
        }
        return loop.filter(found -> file.callable(found).equals(callable));
    }

    private static Rewrite insert(Rewrite rewrite, Ask ask, StatementTree before, String leave) {
        SourceFile file = ask.file();
        int at = file.start(before);
        String indent = file.newLine() + file.indent(at);
        return rewrite.insert(
                at, "if (" + ask.condition() + ") {" + indent + file.indentStep() + leave + indent + "}" + indent);
    }

    /** Whether every local name in the condition is declared before the statement. */
    private static boolean inScope(Ask ask, StatementTree before) {
        int start = ask.file().start(before);
        return ask.uses().stream()
                .flatMap(use -> ask.file().inside(use, IdentifierTree.class).stream())
                .map(name -> ask.file().declaration(ask.file().element(name)))
                .flatMap(Optional::stream)
                .filter(declared -> ask.file().callable(declared).isPresent())
                .noneMatch(declared -> declaredLater(ask.file(), declared, start));
    }

    private static boolean declaredLater(SourceFile file, Tree declared, int start) {
        boolean local = Siblings.local(file.element(declared));
        return local && file.start(declared) >= start;
    }
}
