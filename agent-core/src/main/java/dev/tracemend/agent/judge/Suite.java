package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Effort;
import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Reply;
import dev.tracemend.agent.judge.minion.TestOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The project's tests: run once as they are, then for every candidate. */
final class Suite {
    private static final Duration SPARE = Duration.ofSeconds(5);
    private static final Duration TWICE = Duration.ofSeconds(10);

    /** A change may need more steps than the code before it, but not without end. */
    static final long SPARE_TICKS = 5_000_000;

    private static final Effort SPARED = new Effort(SPARE_TICKS, 250);

    /** For the first look at a change: most that do not end turn nothing. */
    private static final Effort GLANCE = new Effort(SPARE_TICKS / 2, 120);

    /** For a change that has turned a failing test already. */
    private static final Effort LENIENT = new Effort(10 * SPARE_TICKS, 5_000);

    private static final int TIMES = 10;

    /** A test that needs more than this does not end; that is a failure that can be mended. */
    private static final Effort FIRST = new Effort(60_000_000, 20_000);

    private final Minion minion;
    private final Duration limit;
    private final Set<String> flaky = new TreeSet<>();
    private List<String> classes;
    private List<TestOutcome> before = List.of();
    private String problem = "";
    private Duration took = Duration.ZERO;
    private Effort most = Effort.ENDLESS;
    private boolean plain;

    Suite(Minion minion, Duration limit, List<String> classes) {
        this.minion = minion;
        this.limit = limit;
        this.classes = classes;
    }

    /** What running tests gave; {@code halted} names what hung or ended the JVM, empty if nothing. */
    record Run(List<TestOutcome> outcomes, String halted, String problem, Effort most) {
        List<String> passed() {
            return outcomes.stream()
                    .filter(TestOutcome::passed)
                    .map(TestOutcome::name)
                    .toList();
        }

        /** Whether a test was ended because it did not end by itself. */
        boolean endless() {
            return outcomes.stream().anyMatch(test -> test.seen().contains("does not end"));
        }
    }

    /** Runs all as they are, twice where that is quick. Classes that hang or end the JVM are left out from then on. */
    void runBefore() {
        long started = System.nanoTime();
        Run all = run(classes, Map.of(), limit, FIRST);
        if (!all.halted().isEmpty()) {
            all = oneByOne();
        }
        took = Duration.ofNanos(System.nanoTime() - started);
        before = all.outcomes();
        problem = all.problem();
        most = all.most();
        if (took.compareTo(TWICE) < 0 && !before.isEmpty()) {
            Run second = run(classes, Map.of(), limit, FIRST);
            Set<String> differing = new TreeSet<>(all.passed());
            second.passed().forEach(name -> {
                if (!differing.remove(name)) {
                    differing.add(name);
                }
            });
            if (second.halted().isEmpty()) {
                differing.forEach(this::flaky);
                most = most.onceWarm(second.most());
            }
        }
        plain = endAlikeAlone();
    }

    /** Whether all tests of the classes with failing ones end, called by themselves, just as JUnit's launcher said. */
    private boolean endAlikeAlone() {
        Set<String> failing = new TreeSet<>();
        failedBefore().forEach(test -> failing.add(classOf(test)));
        List<TestOutcome> told = before.stream()
                .filter(test -> failing.contains(classOf(test.name())) && !flaky.contains(test.name()))
                .toList();
        Run alone = alone(told.stream().map(TestOutcome::name).toList(), Map.of(), FIRST);
        if (told.isEmpty() || alone.outcomes().size() != told.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            TestOutcome one = alone.outcomes().get(i);
            if (one.passed() != told.get(i).passed()
                    || !one.chain().equals(told.get(i).chain())) {
                return false;
            }
        }
        return true;
    }

    private static String classOf(String test) {
        return test.substring(0, Math.max(0, test.lastIndexOf('.')));
    }

    /**
     * Calls the tests that fail as it is by themselves, with classes replaced: a fraction of what JUnit's launcher takes.
     *
     * @return empty where they must be run by the launcher to be known
     */
    Optional<Run> tryFailing(Map<String, byte[]> changed) {
        List<String> failing = failedBefore();
        if (!plain || failing.isEmpty()) {
            return Optional.empty();
        }
        Run alone = alone(failing, changed, most.times(TIMES, GLANCE));
        boolean whole = !alone.halted().isEmpty() || alone.outcomes().size() == failing.size();
        return whole ? Optional.of(alone) : Optional.empty();
    }

    private Run alone(List<String> tests, Map<String, byte[]> changed, Effort each) {
        Duration patience = patience();
        return run(new Job.Try(changed, tests, patience.toMillis(), each), patience);
    }

    private Run oneByOne() {
        List<TestOutcome> outcomes = new ArrayList<>();
        List<String> sound = new ArrayList<>();
        List<String> unsound = new ArrayList<>();
        Effort highest = Effort.NONE;
        for (String one : classes) {
            Run run = run(List.of(one), Map.of(), limit.dividedBy(4), FIRST);
            if (run.halted().isEmpty()) {
                sound.add(one);
                outcomes.addAll(run.outcomes());
                highest = highest.max(run.most());
            } else {
                unsound.add(one);
            }
        }
        classes = List.copyOf(sound);
        return new Run(
                outcomes, "", "left out, because they hang or end the JVM: " + String.join(", ", unsound), highest);
    }

    /** Says that a test's result is chance: it counts for nothing from then on. */
    void flaky(String test) {
        flaky.add(test);
    }

    /** Tests that pass and fail without a change between. */
    Set<String> flaky() {
        return flaky;
    }

    /**
     * The test classes in the order in which a change is put before them: those that fail as it is, those that reach a
     * changed class, the others.
     */
    List<List<String>> phases(Set<String> failing, References references, Set<String> changed) {
        List<List<String>> phases = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String one : classes) {
            boolean fails = failing.stream().anyMatch(test -> of(test, one));
            phases.get(fails ? 0 : references.reaches(one, changed) ? 1 : 2).add(one);
        }
        return phases.stream().filter(phase -> !phase.isEmpty()).toList();
    }

    /** Whether a test is of a class, or of one nested in it. */
    static boolean of(String test, String className) {
        return test.startsWith(className + ".") || test.startsWith(className + "$") || test.equals(className);
    }

    /**
     * Runs some with classes replaced, in a few times what it took before. Of a change that turns a failing test, others
     * may take more: what did not fail at once has more to do.
     */
    Run runAfter(List<String> some, Map<String, byte[]> changed) {
        Run run = run(some, changed, patience(), most.times(TIMES, SPARED));
        boolean promising = run.endless() && failedBefore().stream().anyMatch(run.passed()::contains);
        return promising ? run(some, changed, patience(), most.times(TIMES, LENIENT)) : run;
    }

    private Duration patience() {
        Duration patience = took.multipliedBy(5).plusSeconds(2);
        return patience.compareTo(limit) < 0 ? patience : limit;
    }

    private Run run(List<String> names, Map<String, byte[]> changed, Duration patience, Effort each) {
        if (names.isEmpty()) {
            return new Run(List.of(), "", "", Effort.NONE);
        }
        return run(new Job.Test(changed, names, patience.toMillis(), each), patience);
    }

    private Run run(Job job, Duration patience) {
        Reply reply = minion.call(job, patience.plus(SPARE))
                .orElse(new Reply.Stopped("the child JVM has died", new Reply.Ready("")));
        String halted = "";
        if (reply instanceof Reply.Stopped stopped) {
            halted = stopped.inside().isEmpty() ? "the tests" : stopped.inside();
            reply = stopped.partial();
        }
        return reply instanceof Reply.Tested tested
                ? new Run(tested.outcomes(), halted, tested.problem(), tested.most())
                : new Run(List.of(), halted, "", Effort.NONE);
    }

    List<String> classes() {
        return classes;
    }

    List<TestOutcome> before() {
        return before;
    }

    String problem() {
        return problem;
    }

    Duration took() {
        return took;
    }

    List<String> passedBefore() {
        return before.stream()
                .filter(TestOutcome::passed)
                .map(TestOutcome::name)
                .filter(name -> !flaky.contains(name))
                .distinct()
                .toList();
    }

    List<String> failedBefore() {
        return before.stream()
                .filter(test -> !test.passed())
                .map(TestOutcome::name)
                .filter(name -> !flaky.contains(name))
                .distinct()
                .toList();
    }

    /** A test class by the names that builds run: not every class below the test sources is one. */
    static boolean named(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return !simple.contains("$") && simple.matches("Test.*|.*(Test|Tests|TestCase)");
    }

    /** A test class by its name, or because it has JUnit's tests whatever it is called. */
    static boolean holdsTests(String className, byte[] bytes) {
        if (named(className)) {
            return true;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return !className.contains("$")
                && (text.contains("Lorg/junit/Test;") || text.contains("Lorg/junit/jupiter/api/Test;"));
    }

    /** The failing test of a name, if there is one. */
    static Optional<TestOutcome> failure(List<TestOutcome> outcomes, String name) {
        return outcomes.stream()
                .filter(test -> test.name().equals(name) && !test.passed())
                .findFirst();
    }
}
