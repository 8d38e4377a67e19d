package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.MemoryCompiler.Compiled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles changes inside method bodies at a fraction of what a compilation costs: with a compiler that knows the JDK and
 * the jars already, and with stubs for the bodies that a change does not touch. What it says is checked by a compilation
 * afresh before a change is called proved.
 */
final class QuickCompiler {
    private final ProjectSources sources;
    private final Map<String, byte[]> classes;
    private final MemoryCompiler compiler;
    private final MemoryCompiler.Rounds rounds;
    private final Map<String, Boolean> known = new HashMap<>();

    QuickCompiler(ProjectSources sources, Map<String, byte[]> classes, MemoryCompiler compiler) {
        this.sources = sources;
        this.classes = classes;
        this.compiler = compiler;
        this.rounds = compiler.rounds(classes);
    }

    /** @param before what the changed files say as they are, by path */
    Compiled compile(EditedSources edited, List<TextEdit> edits, Map<String, SourceFacts> before) {
        for (String path : edited.texts().keySet()) {
            if (!known.computeIfAbsent(path, this::knows)) {
                return compiler.compile(edited.texts(), classes);
            }
        }
        Optional<Compiled> stubbed = edited.texts().size() == 1 ? stubbed(edits, before) : Optional.empty();
        return stubbed.orElseGet(() -> rounds.compile(edited.texts()));
    }

    /** Some files are more than the quick way can do; then they fail unchanged, at the latest the second time. */
    private boolean knows(String path) {
        Map<String, String> unchanged = Map.of(path, sources.production().getOrDefault(path, ""));
        return rounds.quick()
                && rounds.compile(unchanged).ok()
                && rounds.compile(unchanged).ok();
    }

    private Optional<Compiled> stubbed(List<TextEdit> edits, Map<String, SourceFacts> before) {
        String path = edits.get(0).path();
        SourceFacts facts = before.getOrDefault(path, SourceFacts.NONE);
        BodyStubs stubs = new BodyStubs(sources.production().getOrDefault(path, ""), facts.bodies());
        if (!stubs.fits(edits)) {
            return Optional.empty();
        }
        Compiled compiled = rounds.compile(Map.of(path, stubs.with(edits)));
        return compiled.ok()
                ? new ClassSplice(stubs.touched(edits))
                        .into(classes, compiled.classes())
                        .map(spliced -> new Compiled(spliced, compiled.sourceOf(), List.of()))
                : Optional.of(compiled);
    }
}
