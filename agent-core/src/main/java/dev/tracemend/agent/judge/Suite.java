package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Reply;
import dev.tracemend.agent.judge.minion.TestOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The project's tests: run once as they are, then for every candidate. */
final class Suite {
    private static final Duration SPARE = Duration.ofSeconds(5);

    private final Minion minion;
    private final Duration limit;
    private List<String> classes;
    private List<TestOutcome> before = List.of();
    private String problem = "";
    private Duration took = Duration.ZERO;

    Suite(Minion minion, Duration limit, List<String> classes) {
        this.minion = minion;
        this.limit = limit;
        this.classes = classes;
    }

    /** What running tests gave; {@code halted} names what hung or ended the JVM, empty if nothing. */
    record Run(List<TestOutcome> outcomes, String halted, String problem) {}

    /** Runs all as they are. Classes that hang or end the JVM are left out from then on. */
    void runBefore() {
        long started = System.nanoTime();
        Run all = run(Map.of(), limit);
        if (!all.halted().isEmpty()) {
            all = oneByOne();
        }
        before = all.outcomes();
        problem = all.problem();
        took = Duration.ofNanos(System.nanoTime() - started);
    }

    private Run oneByOne() {
        List<TestOutcome> outcomes = new ArrayList<>();
        List<String> sound = new ArrayList<>();
        List<String> unsound = new ArrayList<>();
        for (String one : classes) {
            Run run = run(List.of(one), Map.of(), limit.dividedBy(4));
            if (run.halted().isEmpty()) {
                sound.add(one);
                outcomes.addAll(run.outcomes());
            } else {
                unsound.add(one);
            }
        }
        classes = List.copyOf(sound);
        return new Run(outcomes, "", "left out, because they hang or end the JVM: " + String.join(", ", unsound));
    }

    /** Runs all with some classes replaced, in a few times the time they took before. */
    Run runAfter(Map<String, byte[]> changed) {
        Duration patience = took.multipliedBy(5).plusSeconds(2);
        return run(changed, patience.compareTo(limit) < 0 ? patience : limit);
    }

    private Run run(Map<String, byte[]> changed, Duration patience) {
        return run(classes, changed, patience);
    }

    private Run run(List<String> names, Map<String, byte[]> changed, Duration patience) {
        if (names.isEmpty()) {
            return new Run(List.of(), "", "");
        }
        Reply reply = minion.call(new Job.Test(changed, names, patience.toMillis()), patience.plus(SPARE))
                .orElse(new Reply.Stopped("the child JVM has died", new Reply.Ready("")));
        String halted = "";
        if (reply instanceof Reply.Stopped stopped) {
            halted = stopped.inside().isEmpty() ? "the tests" : stopped.inside();
            reply = stopped.partial();
        }
        return reply instanceof Reply.Tested tested
                ? new Run(tested.outcomes(), halted, tested.problem())
                : new Run(List.of(), halted, "");
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
                .distinct()
                .toList();
    }

    List<String> failedBefore() {
        return before.stream()
                .filter(test -> !test.passed())
                .map(TestOutcome::name)
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
