package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.MemoryCompiler.Compiled;
import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Pools;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out about a project as it is: compiles it, runs its tests, makes the logged failure happen again. */
final class Opening {
    private final Project project;
    private final Evidence evidence;
    private final JudgeConfig config;
    private final MemoryCompiler compiler;
    private final Minion minion;
    private final List<LadderStep> steps = new ArrayList<>();
    private long since = System.nanoTime();

    Opening(Project project, Evidence evidence, JudgeConfig config, MemoryCompiler compiler, Minion minion) {
        this.project = project;
        this.evidence = evidence;
        this.config = config;
        this.compiler = compiler;
        this.minion = minion;
    }

    /** What was found, and the ladder for changes; no ladder where nothing can be judged. */
    record Opened(Baseline baseline, Optional<Ladder> ladder, Optional<Onlooker> onlooker) {}

    private void step(String name, boolean passed, String detail) {
        long now = System.nanoTime();
        steps.add(new LadderStep(name, passed, Climb.cut(detail, 1000), Duration.ofNanos(now - since)));
        since = now;
    }

    Opened open() {
        ProjectSources sources = ProjectSources.of(project);
        Compiled compiled = withFolders(compile(sources));
        if (!compiled.ok() || compiled.classes().isEmpty()) {
            String why = compiled.ok()
                    ? "there are no Java sources"
                    : compiled.errors().get(0);
            return new Opened(
                    new Baseline(
                            "the project does not compile as it is: " + why,
                            false,
                            0,
                            List.of(),
                            false,
                            "",
                            "none",
                            steps),
                    Optional.empty(),
                    Optional.empty());
        }
        minion.load(new Job.Load(
                compiled.classes(),
                ChildCommand.libraries(project.classPath()).stream()
                        .map(Path::toString)
                        .toList(),
                resources(project).stream().map(Path::toString).toList()));
        Suite suite = tests(sources, compiled);
        List<String> production = compiled.sourceOf().entrySet().stream()
                .filter(entry -> sources.production().containsKey(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Optional<Failure> failure = Failure.of(evidence, java.util.Set.copyOf(production));
        Reproduction reproduction = failure.map(known -> reproduce(known, sources, compiled, production))
                .orElse(Reproduction.NONE);
        boolean elsewhere = failure.isEmpty() && !evidence.trace().isEmpty();
        Optional<Failure> measured = elsewhere ? Optional.of(Failure.ELSEWHERE) : failure;
        Ladder ladder =
                new Ladder(sources, compiled.classes(), compiler, minion, suite, measured, reproduction, config);
        Onlooker onlooker = new Onlooker(sources, compiled, compiler, minion, suite, config);
        return new Opened(baseline(suite, failure, reproduction, ladder), Optional.of(ladder), Optional.of(onlooker));
    }

    /** Compiles all; where only the tests do not compile, without them. */
    private Compiled compile(ProjectSources sources) {
        Map<String, String> all = new HashMap<>(sources.production());
        all.putAll(sources.tests());
        Compiled compiled = compiler.compile(all, Map.of());
        if (!compiled.ok() && !sources.tests().isEmpty()) {
            Compiled without = compiler.compile(sources.production(), Map.of());
            if (without.ok()) {
                step("compile", true, without.classes().size() + " classes, without the tests");
                step("tests", false, "they do not compile: " + compiled.errors().get(0));
                return without;
            }
        }
        step(
                "compile",
                compiled.ok(),
                compiled.ok()
                        ? compiled.classes().size() + " classes of " + all.size() + " files"
                        : String.join("\n", compiled.errors()));
        return compiled;
    }

    /** Adds classes that lie compiled in folders of the class path: tests may be given so, and see the changed code. */
    private Compiled withFolders(Compiled compiled) {
        if (!compiled.ok()) {
            return compiled;
        }
        Map<String, byte[]> classes = new LinkedHashMap<>(compiled.classes());
        Map<String, String> sourceOf = new LinkedHashMap<>(compiled.sourceOf());
        ClassFolders.read(project.classPath()).forEach((name, bytes) -> {
            if (classes.putIfAbsent(name, bytes) == null) {
                sourceOf.put(name, "");
            }
        });
        return new Compiled(classes, sourceOf, List.of());
    }

    private Suite tests(ProjectSources sources, Compiled compiled) {
        List<String> names = compiled.sourceOf().entrySet().stream()
                .filter(entry -> sources.tests().containsKey(entry.getValue())
                        || entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(name -> Suite.holdsTests(name, compiled.classes().getOrDefault(name, new byte[0])))
                .filter(project::runs)
                .sorted()
                .toList();
        Suite suite = new Suite(minion, config.testLimit(), names);
        suite.runBefore();
        String said =
                suite.passedBefore().size() + " pass, " + suite.failedBefore().size() + " fail";
        String flaky = suite.flaky().isEmpty() ? "" : "; flaky, not counted: " + String.join(", ", suite.flaky());
        String problem = suite.problem().isEmpty() ? "" : "; " + suite.problem();
        step("tests", suite.problem().isEmpty(), said + flaky + problem);
        return suite;
    }

    private Reproduction reproduce(
            Failure failure, ProjectSources sources, Compiled compiled, List<String> production) {
        Map<String, SourceFacts> facts = new TreeMap<>();
        sources.production().forEach((path, text) -> facts.put(path, SourceFacts.of(path, text)));
        sources.tests().forEach((path, text) -> facts.put(path, SourceFacts.of(path, text)));
        Pools pools = Clues.pools(evidence, facts, !minion.sandbox().confinesFiles());
        Reproduction found =
                new Reproducer(minion, compiler, config, compiled.classes(), production).reproduce(failure, pools);
        boolean some = !found.failing().isEmpty();
        step(
                "reproduce",
                some,
                some
                        ? found.failing().size() + " inputs fail as logged, "
                                + found.inputs().size() + " do not"
                        : "no call was found that fails as logged");
        return found;
    }

    private Baseline baseline(Suite suite, Optional<Failure> failure, Reproduction reproduction, Ladder ladder) {
        String problem = "";
        if (!ladder.reproduced()) {
            problem = failure.isPresent()
                    ? "the logged failure could not be made to happen again"
                    : evidence.trace().isEmpty()
                            ? "there is no stack trace, and no test fails"
                            : "no frame of the trace lies in the project's sources";
        }
        return new Baseline(
                problem,
                true,
                suite.passedBefore().size(),
                suite.failedBefore(),
                ladder.reproduced(),
                reproduction.test().map(TestSource::text).orElse(""),
                minion.sandbox().label(),
                steps);
    }

    /** Where resources lie beside the sources. */
    static List<Path> resources(Project project) {
        List<Path> folders = new ArrayList<>();
        for (List<Path> roots : List.of(project.sources(), project.tests())) {
            for (Path root : roots) {
                Path beside = root.resolveSibling("resources");
                folders.add(root.endsWith("java") && Files.isDirectory(beside) ? beside : root);
            }
        }
        return folders;
    }
}
