package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Effort;
import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Outcome;
import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Pools;
import dev.tracemend.agent.judge.minion.Reply;
import dev.tracemend.agent.judge.minion.Scenario;
import dev.tracemend.agent.judge.minion.SearchRequest;
import dev.tracemend.agent.judge.minion.SearchResult;
import dev.tracemend.agent.judge.minion.SearchResult.Hit;
import dev.tracemend.agent.judge.minion.Target;
import dev.tracemend.agent.judge.minion.Target.Nearness;
import dev.tracemend.agent.judge.minion.TestOutcome;
import dev.tracemend.agent.judge.minion.Ticks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the child JVM look for scenarios that fail as logged, and keeps what holds up when run once more. */
final class Reproducer {
    private static final int MOST_SEARCHES = 5;
    private static final int MOST_RENDERED = 4;
    private static final Duration SPARE = Duration.ofSeconds(10);
    private static final String TEST_API = "package org.junit.jupiter.api;"
            + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface"
            + " Test {}";

    private final Minion minion;
    private final MemoryCompiler compiler;
    private final JudgeConfig config;
    private final Map<String, byte[]> classes;
    private final List<String> production;
    private long most;

    Reproducer(
            Minion minion,
            MemoryCompiler compiler,
            JudgeConfig config,
            Map<String, byte[]> classes,
            List<String> production) {
        this.minion = minion;
        this.compiler = compiler;
        this.config = config;
        this.classes = classes;
        this.production = production;
    }

    Reproduction reproduce(Failure failure, Pools pools) {
        SearchResult found = search(failure, pools);
        List<Hit> near = nearest(found.hits(), failure.target());
        List<Scenario> failing = confirmed(near.stream().map(Hit::scenario).toList(), failure);
        Map<Scenario, Outcome> inputs = steady(found.inputs());
        Optional<TestSource> test = Optional.empty();
        for (int i = 0; i < Math.min(MOST_RENDERED, failing.size()) && test.isEmpty(); i++) {
            test = rendered(failing.get(i), failure);
            if (test.isPresent()) {
                failing.add(0, failing.remove(i)); // what is shown is what counts most
            }
        }
        return new Reproduction(
                List.copyOf(failing),
                List.copyOf(inputs.keySet()),
                List.copyOf(inputs.values()),
                test,
                10 * most + Suite.SPARE_TICKS);
    }

    /** Searches again without what hangs or ends the JVM, until the time is used up. */
    private SearchResult search(Failure failure, Pools pools) {
        List<Hit> hits = new ArrayList<>();
        List<Scenario> inputs = new ArrayList<>();
        List<String> skip = new ArrayList<>();
        long attempts = 0;
        long end = System.nanoTime() + config.searchLimit().toNanos();
        for (int i = 0; i < MOST_SEARCHES && hits.isEmpty(); i++) {
            long left = Math.max(300, (end - System.nanoTime()) / 1_000_000);
            SearchRequest request = new SearchRequest(
                    failure.target(),
                    failure.frames(),
                    production,
                    pools,
                    skip,
                    config.seed() + i,
                    left,
                    config.maxReproductions(),
                    config.maxInputs());
            Optional<Reply> reply = minion.call(
                    new Job.Find(request, config.callLimit().toMillis()),
                    config.searchLimit().plus(SPARE));
            Reply said = reply.orElse(new Reply.Stopped("", new Reply.Ready("")));
            boolean stopped = said instanceof Reply.Stopped;
            if (said instanceof Reply.Stopped halt) {
                skip.add(halt.inside());
                said = halt.partial();
            }
            if (said instanceof Reply.Found found) {
                hits.addAll(found.result().hits());
                inputs.addAll(found.result().inputs());
                attempts += found.result().attempts();
            }
            if (!stopped || System.nanoTime() > end) {
                break;
            }
        }
        return new SearchResult(hits, inputs, attempts);
    }

    /**
     * Those as near to the log as the nearest, and where it speaks of bounds those in the same relation to them. Of these,
     * those that come in through the outermost frame: a caller may be the place to mend, and what is called behind its
     * back need not be safe then.
     */
    private List<Hit> nearest(List<Hit> hits, Target target) {
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(Comparator.comparing(Hit::nearness).thenComparingInt(Hit::size));
        Nearness nearest = sorted.isEmpty() ? Nearness.NONE : sorted.get(0).nearness();
        boolean bounds = nearest == Nearness.SAME && target.speaksOfBounds();
        Nearness farthest = bounds ? Nearness.ALIKE : nearest;
        sorted.removeIf(hit -> hit.nearness().compareTo(farthest) > 0);
        int outermost = sorted.stream().mapToInt(Hit::level).max().orElse(-1);
        return sorted.stream()
                .filter(hit -> hit.level() == outermost)
                .limit(config.maxReproductions())
                .toList();
    }

    private List<Outcome> run(List<Scenario> scenarios, boolean look) {
        if (scenarios.isEmpty()) {
            return List.of();
        }
        Optional<Reply> reply = minion.call(
                new Job.Run(Map.of(), scenarios, look, config.callLimit().toMillis(), Ticks.ENDLESS), SPARE);
        if (reply.isPresent() && reply.get() instanceof Reply.Ran ran) {
            most = Math.max(most, ran.ticks());
            return ran.outcomes();
        }
        return List.of();
    }

    /** Runs them one after the other, as they will be for every candidate. */
    private List<Scenario> confirmed(List<Scenario> scenarios, Failure failure) {
        List<Outcome> outcomes = run(scenarios, false);
        List<Scenario> kept = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (failure.target().nearness(outcomes.get(i)) != Nearness.NONE) {
                kept.add(scenarios.get(i));
            }
        }
        return kept;
    }

    /** Those that end twice in the same way: what shows the time or chance cannot be compared. */
    private Map<Scenario, Outcome> steady(List<Scenario> scenarios) {
        List<Outcome> first = run(scenarios, true);
        List<Outcome> second = run(scenarios, true);
        Map<Scenario, Outcome> steady = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            if (first.get(i).sameAs(second.get(i)) && first.get(i).ending() != Ending.INVALID) {
                steady.put(scenarios.get(i), first.get(i));
            }
        }
        return steady;
    }

    /**
     * The scenario as a test for the JUnit that the project has; only if that compiles and fails in the same way. Where
     * there is no JUnit, as one for a newer one.
     */
    private Optional<TestSource> rendered(Scenario scenario, Failure failure) {
        for (boolean reflective : new boolean[] {false, true}) {
            boolean runs = false;
            for (TestStyle style : TestStyle.values()) {
                TestSource test = source(scenario, failure, style, reflective);
                Map<String, byte[]> made = compiled(Map.of(path(test), test.text()));
                runs |= !made.isEmpty();
                if (!made.isEmpty() && fails(test, made, failure)) {
                    return Optional.of(test);
                }
            }
            TestSource test = source(scenario, failure, TestStyle.JUPITER, reflective);
            String api = TestStyle.JUPITER.annotation().replace('.', '/') + ".java";
            if (!runs
                    && !compiled(Map.of(path(test), test.text(), api, TEST_API)).isEmpty()) {
                return Optional.of(test);
            }
        }
        return Optional.empty();
    }

    private TestSource source(Scenario scenario, Failure failure, TestStyle style, boolean reflective) {
        return TestSource.of(scenario, failure.target(), classes.keySet(), style, reflective);
    }

    private static String path(TestSource test) {
        return test.className().replace('.', '/') + ".java";
    }

    private Map<String, byte[]> compiled(Map<String, String> texts) {
        return compiler.compile(texts, classes).classes();
    }

    private boolean fails(TestSource test, Map<String, byte[]> made, Failure failure) {
        Job.Test job =
                new Job.Test(made, List.of(test.className()), config.testLimit().toMillis(), Effort.ENDLESS);
        Optional<Reply> reply = minion.call(job, config.testLimit().plus(SPARE));
        if (reply.isEmpty() || !(reply.get() instanceof Reply.Tested tested)) {
            return false;
        }
        for (TestOutcome outcome : tested.outcomes()) {
            if (!outcome.passed() && failure.target().remains(outcome.chain())) {
                return true;
            }
        }
        // Where the project has no engine for tests, the scenario itself has shown it.
        return tested.outcomes().isEmpty() && tested.problem().contains("engine");
    }
}
