package dev.tracemend.agent.repair;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import dev.tracemend.logs.ThrownException;
import java.util.Optional;

/**
 * A {@code throw} of the service's own code: it refuses on purpose.
 *
 * @param condition what the enclosing {@code if} asks, as written; empty where there is none
 */
record Refusal(String method, String condition) {

    /** The refusal at the place the root cause was thrown, if it was one. */
    static Optional<Refusal> find(Evidence evidence, SourceSet sources) {
        if (evidence.sites().isEmpty() || evidence.trace().isEmpty()) {
            return Optional.empty();
        }
        Site site = evidence.sites().get(0);
        ThrownException root = evidence.trace().root();
        boolean thrownHere = !root.frames().isEmpty() && root.frames().get(0).equals(site.frame());
        if (!thrownHere) {
            return Optional.empty();
        }
        return sources.file(site.path()).flatMap(file -> at(file, site.line(), root.simpleType()));
    }

    private static Optional<Refusal> at(SourceFile file, int line, String type) {
        Spot spot = Spot.at(file, line, 1);
        String simple = type.substring(type.lastIndexOf('$') + 1);
        for (ThrowTree thrown : spot.around(ThrowTree.class)) {
            if (made(file, thrown.getExpression(), simple)) {
                return Optional.of(refusal(file, thrown));
            }
        }
        // An exception made for later, as in orElseThrow(() -> new X(…)), or in a method that makes exceptions.
        return spot.all(NewClassTree.class).stream()
                .filter(creation -> made(file, creation, simple))
                .map(creation -> refusal(file, creation))
                .findFirst();
    }

    private static boolean made(SourceFile file, Tree tree, String simple) {
        return tree instanceof NewClassTree creation
                && file.text(creation.getIdentifier()).replaceFirst(".*\\.", "").equals(simple);
    }

    private static Refusal refusal(SourceFile file, Tree thrown) {
        String method = file.around(thrown, MethodTree.class)
                .map(found -> found.getName().toString())
                .orElse("");
        String condition = condition(file, thrown);
        return new Refusal(method.equals("<init>") ? "the constructor" : method, condition);
    }

    private static String condition(SourceFile file, Tree thrown) {
        Optional<IfTree> choice = file.around(thrown, IfTree.class)
                .filter(found -> file.callable(found).equals(file.callable(thrown)));
        if (choice.isPresent()) {
            boolean then = file.start(choice.get().getThenStatement()) <= file.start(thrown)
                    && file.end(choice.get().getThenStatement()) >= file.end(thrown);
            String asked = oneLine(file.text(SourceFile.bare(choice.get().getCondition())));
            return then ? asked : "not (" + asked + ")";
        }
        return unless(file, thrown);
    }

    /** A throw at the end of a method is reached when the question before it said no. */
    private static String unless(SourceFile file, Tree thrown) {
        if (file.parent(thrown).orElse(null) instanceof BlockTree block) {
            StatementTree before = null;
            for (StatementTree each : block.getStatements()) {
                if (each == thrown && before instanceof IfTree choice) {
                    return "not (" + oneLine(file.text(SourceFile.bare(choice.getCondition()))) + ")";
                }
                before = each;
            }
        }
        return "";
    }

    private static String oneLine(String code) {
        String joined = code.replaceAll("\\s+", " ");
        return joined.length() > 200 ? joined.substring(0, 200) + "…" : joined;
    }
}
