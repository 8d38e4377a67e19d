package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.MemoryCompiler.Compiled;
import dev.tracemend.agent.judge.minion.TestOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures one change against the baseline, rung by rung; the first that does not hold ends it. */
final class Ladder {
    private final ProjectSources sources;
    private final Map<String, byte[]> classes;
    private final MemoryCompiler compiler;
    private final QuickCompiler quick;
    private final ScenarioRungs scenarios;
    private final TestRung tests;
    private final Suite suite;
    private final Optional<Failure> failure;
    private final Reproduction reproduction;
    private final Map<String, SourceFacts> facts = new HashMap<>();

    Ladder(
            ProjectSources sources,
            Map<String, byte[]> classes,
            MemoryCompiler compiler,
            Minion minion,
            Suite suite,
            Optional<Failure> failure,
            Reproduction reproduction,
            JudgeConfig config) {
        this.sources = sources;
        this.classes = classes;
        this.compiler = compiler;
        this.suite = suite;
        this.failure = failure;
        this.reproduction = reproduction;
        this.scenarios = new ScenarioRungs(minion, failure, reproduction, config);
        this.quick = new QuickCompiler(sources, classes, compiler);
        this.tests = new TestRung(suite, new References(classes), failingAsLogged());
    }

    /** Failing tests that show the logged failure; without a trace every failing test is taken for it. */
    List<String> failingAsLogged() {
        return suite.before().stream()
                .filter(test -> !test.passed())
                .filter(test -> failure.isEmpty() || failure.get().target().remains(test.chain()))
                .map(TestOutcome::name)
                .distinct()
                .toList();
    }

    boolean reproduced() {
        return !reproduction.failing().isEmpty() || !failingAsLogged().isEmpty();
    }

    Optional<String> original(String path) {
        return Optional.ofNullable(sources.production().get(path));
    }

    Judgement judge(List<TextEdit> edits) {
        Climb climb = new Climb();
        EditedSources edited = EditedSources.of(sources, edits);
        if (!edited.problem().isEmpty()) {
            return climb.fell("edit", edited.problem(), edited.problem());
        }
        boolean plain = edits.stream().noneMatch(edit -> edit.replacement().contains("catch")) && inBodies(edits);
        Map<String, SourceFacts> after = plain ? Map.of() : after(edited);
        String swallowed = swallowed(after);
        if (!swallowed.isEmpty()) {
            return climb.fell("swallow", swallowed, swallowed);
        }
        Compiled compiled = plain ? quick.compile(edited, edits, facts) : compile(edited, after);
        if (!compiled.ok()) {
            return doesNotCompile(climb, compiled);
        }
        climb.held("compile", compiled.classes().size() + " classes");
        Optional<Judgement> fallen = rungs(climb, compiled.classes());
        if (fallen.isEmpty() && plain) {
            fallen = afresh(climb, edited, compiled.classes());
        }
        return fallen.orElseGet(() -> end(climb));
    }

    private static Judgement doesNotCompile(Climb climb, Compiled compiled) {
        String errors = String.join("\n", compiled.errors());
        return climb.fell("compile", errors, "The change does not compile:\n" + errors);
    }

    private Optional<Judgement> rungs(Climb climb, Map<String, byte[]> changed) {
        Optional<Judgement> fallen = scenarios.reproduce(climb, changed);
        if (fallen.isEmpty()) {
            fallen = tests.climb(climb, changed);
        }
        return fallen.isPresent() ? fallen : scenarios.perturb(climb, changed);
    }

    /** What holds is read as a whole and compiled by a compiler that knows nothing; then it must be the same. */
    private Optional<Judgement> afresh(Climb climb, EditedSources edited, Map<String, byte[]> quick) {
        Map<String, SourceFacts> after = after(edited);
        String swallowed = swallowed(after);
        if (!swallowed.isEmpty()) {
            return Optional.of(climb.fell("swallow", swallowed, swallowed));
        }
        Compiled all = compile(edited, after);
        if (!all.ok()) {
            return Optional.of(doesNotCompile(climb, all));
        }
        Map<String, byte[]> fresh = new HashMap<>(all.classes());
        fresh.keySet().retainAll(quick.keySet());
        boolean same = fresh.size() == quick.size()
                && fresh.entrySet().stream().allMatch(one -> ClassSplice.same(one.getValue(), quick.get(one.getKey())));
        return same ? Optional.empty() : rungs(climb, all.classes());
    }

    /** Whether nothing outside method bodies changes, as far as can be told without reading the files again. */
    private boolean inBodies(List<TextEdit> edits) {
        return edits.stream().allMatch(edit -> {
            String text = sources.production().getOrDefault(edit.path(), "");
            return before(edit.path()).inBody(edit.start(), edit.end())
                    && Braces.balanced(text.substring(edit.start(), edit.end()))
                    && Braces.balanced(edit.replacement());
        });
    }

    private Judgement end(Climb climb) {
        return reproduced()
                ? climb.reached()
                : climb.fell(
                        "reproduce",
                        "the logged failure could not be made to happen, so nothing shows that it is gone",
                        "The change compiles and breaks nothing known, but the logged failure could not be"
                                + " reproduced.");
    }

    private SourceFacts before(String path) {
        return facts.computeIfAbsent(
                path, key -> SourceFacts.of(key, sources.production().getOrDefault(key, "")));
    }

    private static Map<String, SourceFacts> after(EditedSources edited) {
        Map<String, SourceFacts> after = new HashMap<>();
        edited.texts().forEach((path, text) -> after.put(path, SourceFacts.of(path, text)));
        return after;
    }

    /** A new catch clause hides a failure; it mends nothing. */
    private String swallowed(Map<String, SourceFacts> after) {
        for (Map.Entry<String, SourceFacts> file : after.entrySet()) {
            List<String> added = new ArrayList<>(file.getValue().catches());
            before(file.getKey()).catches().forEach(added::remove);
            if (!added.isEmpty()) {
                return "the change adds catch (" + added.get(0) + ") in " + file.getKey()
                        + ": a failure must be mended, not caught";
            }
        }
        return "";
    }

    private Compiled compile(EditedSources edited, Map<String, SourceFacts> after) {
        boolean inside = after.entrySet().stream()
                .allMatch(file ->
                        before(file.getKey()).surface().equals(file.getValue().surface()));
        return inside ? compiler.compile(edited.texts(), classes) : compileAll(edited);
    }

    /** Others may depend on what has changed. */
    private Compiled compileAll(EditedSources edited) {
        Map<String, String> all = new HashMap<>(sources.production());
        all.putAll(edited.texts());
        if (!suite.classes().isEmpty()) {
            all.putAll(sources.tests());
        }
        return compiler.compile(all, Map.of());
    }
}
