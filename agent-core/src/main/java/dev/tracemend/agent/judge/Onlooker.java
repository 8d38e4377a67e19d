package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.MemoryCompiler.Compiled;
import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Outcome;
import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import dev.tracemend.agent.judge.minion.Pools;
import dev.tracemend.agent.judge.minion.Reply;
import dev.tracemend.agent.judge.minion.Scenario;
import dev.tracemend.agent.judge.minion.SearchRequest;
import dev.tracemend.agent.judge.minion.Target;
import dev.tracemend.agent.judge.minion.TestOutcome;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Site;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Watches code run without judging it: what each test reaches, and how changes differ in what they do. */
final class Onlooker {
    private static final Duration SPARE = Duration.ofSeconds(10);
    private static final int MOST_FILES = 400;
    private static final long SEARCH_MILLIS = 500;

    private final ProjectSources sources;
    private final Compiled compiled;
    private final MemoryCompiler compiler;
    private final Minion minion;
    private final Suite suite;
    private final JudgeConfig config;
    private final Set<Probes.Place> domain = new HashSet<>();

    Onlooker(
            ProjectSources sources,
            Compiled compiled,
            MemoryCompiler compiler,
            Minion minion,
            Suite suite,
            JudgeConfig config) {
        this.sources = sources;
        this.compiled = compiled;
        this.compiler = compiler;
        this.minion = minion;
        this.suite = suite;
        this.config = config;
    }

    /** How each test ended before any change. */
    List<TestOutcome> before() {
        return suite.before();
    }

    /** Runs all tests once with probes; empty where that cannot be done. */
    List<CoveredTest> coverage() {
        if (suite.classes().isEmpty() || sources.production().size() > MOST_FILES) {
            return List.of();
        }
        Probes probes = Probes.in(sources.production());
        Compiled marked = compiler.compile(probes.texts(), compiled.classes());
        if (!marked.ok()) {
            return List.of();
        }
        long millis = config.testLimit().toMillis();
        Optional<Reply> said = minion.call(
                new Job.Cover(marked.classes(), suite.classes(), Probes.CLASS, millis),
                config.testLimit().plus(SPARE));
        Reply reply = said.orElse(new Reply.Ready(""));
        if (reply instanceof Reply.Stopped stopped) {
            reply = stopped.partial();
        }
        return reply instanceof Reply.Covered covered ? tests(covered, probes) : List.of();
    }

    private List<CoveredTest> tests(Reply.Covered covered, Probes probes) {
        List<CoveredTest> tests = new ArrayList<>();
        for (int i = 0; i < covered.outcomes().size(); i++) {
            Map<String, Set<Integer>> lines = new HashMap<>();
            for (String id : covered.hits().get(i).split(",")) {
                if (!id.isEmpty()) {
                    Probes.Place place = probes.place(Integer.parseInt(id));
                    if (place.path().charAt(0) == Probes.PARAMETER) {
                        domain.add(place);
                        continue;
                    }
                    lines.computeIfAbsent(place.path(), path -> new HashSet<>()).add(place.line());
                }
            }
            TestOutcome outcome = covered.outcomes().get(i);
            tests.add(new CoveredTest(outcome.name(), outcome.passed(), lines));
        }
        return tests;
    }

    /** See {@link Judge#behaviours}. */
    List<List<String>> behaviours(List<List<TextEdit>> changes, List<String> members) {
        List<Scenario> inputs = inputs(members);
        List<List<String>> seen = new ArrayList<>();
        seen.add(run(Map.of(), inputs, true));
        for (List<TextEdit> change : changes) {
            EditedSources edited = EditedSources.of(sources, change);
            Compiled made = compiler.compile(edited.texts(), compiled.classes());
            seen.add(made.ok() && edited.problem().isEmpty() ? run(made.classes(), inputs, false) : List.of());
        }
        return seen;
    }

    private List<Scenario> inputs(List<String> members) {
        List<String> production = compiled.sourceOf().entrySet().stream()
                .filter(entry -> sources.production().containsKey(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        SearchRequest request = new SearchRequest(
                new Target("", "", "", "", 0),
                members,
                production,
                pools(),
                List.of(),
                config.seed(),
                SEARCH_MILLIS,
                1,
                config.maxInputs());
        Reply reply = minion.call(new Job.Find(request, config.callLimit().toMillis()), SPARE)
                .orElse(new Reply.Ready(""));
        if (reply instanceof Reply.Stopped stopped) {
            reply = stopped.partial();
        }
        return reply instanceof Reply.Found found
                ? found.result().inputs().stream()
                        .filter(input -> !input.toString().contains("type=null"))
                        .filter(input -> new InputDomain(domain).holds(input))
                        .toList()
                : List.of();
    }

    /** What the tests speak of comes first. */
    private Pools pools() {
        Map<String, SourceFacts> facts = new TreeMap<>();
        sources.production().forEach((path, text) -> facts.put(path, SourceFacts.of(path, text)));
        sources.tests().forEach((path, text) -> facts.put(path, SourceFacts.of(path, text)));
        List<Site> sites = sources.tests().keySet().stream()
                .map(path -> new Site(path, 1, new StackFrame("", "", "", 1, true)))
                .toList();
        StackTrace none = new StackTrace(Language.JAVA, List.of());
        return Clues.pools(
                new Evidence(none, List.of(), sites), facts, !minion.sandbox().confinesFiles());
    }

    private List<String> run(Map<String, byte[]> changed, List<Scenario> inputs, boolean places) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        Reply reply = minion.call(
                        new Job.Run(changed, inputs, true, config.callLimit().toMillis(), Suite.SPARE_TICKS), SPARE)
                .orElse(new Reply.Ready(""));
        if (reply instanceof Reply.Stopped stopped) {
            reply = stopped.partial();
        }
        List<String> seen = new ArrayList<>();
        if (reply instanceof Reply.Ran ran) {
            ran.outcomes().forEach(outcome -> seen.add(told(outcome, places)));
        }
        while (seen.size() < inputs.size()) {
            seen.add("HUNG");
        }
        return seen;
    }

    private static String told(Outcome outcome, boolean places) {
        if (outcome.ending() != Ending.THREW) {
            return outcome.ending() + " " + outcome.seen();
        }
        Thrown thrown = outcome.chain().get(0);
        return "THREW " + thrown.type() + (places ? " " + thrown.className() + "#" + thrown.method() : "");
    }
}
