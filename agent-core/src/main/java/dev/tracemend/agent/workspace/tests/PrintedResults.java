package dev.tracemend.agent.workspace.tests;

import dev.tracemend.agent.workspace.tests.TestReport.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what test runners print: pytest's last line and its {@code FAILED} lines, and the summary of Node's runner in its
 * {@code spec} and {@code tap} forms.
 */
public final class PrintedResults {
    private static final int LONGEST_MESSAGE = 600;
    private static final int MOST_FAILURES = 200;
    private static final Pattern PYTEST_END = Pattern.compile("^=* ?((?:\\d+ [a-z]+(?:, )?)+) in [0-9.:ms() ]+=*$");
    private static final Pattern PYTEST_COUNT =
            Pattern.compile("(\\d+) (passed|failed|errors?|skipped|xfailed|xpassed)");
    private static final Pattern PYTEST_FAILED = Pattern.compile("^(?:FAILED|ERROR) (\\S+)(?: - (.*))?$");
    private static final Pattern NODE_COUNT = Pattern.compile("^(?:# |ℹ )(pass|fail|skipped) (\\d+)$");
    private static final Pattern NODE_FAILED = Pattern.compile("^\\s*(?:not ok \\d+ - |✖ )(.+?)(?: \\([0-9.]+ms\\))?$");

    private PrintedResults() {}

    /** What the output of a run tells; empty where no known runner speaks in it. */
    public static Optional<TestReport> of(String output) {
        List<String> lines = output.lines().map(String::stripTrailing).toList();
        return pytest(lines).or(() -> node(lines));
    }

    private static Optional<TestReport> pytest(List<String> lines) {
        Optional<Matcher> end = Optional.empty();
        List<Failed> failures = new ArrayList<>();
        for (String line : lines) {
            Matcher last = PYTEST_END.matcher(line);
            if (last.matches()) {
                end = Optional.of(last);
            }
            Matcher failed = PYTEST_FAILED.matcher(line);
            if (failed.matches() && failures.size() < MOST_FAILURES) {
                failures.add(new Failed(failed.group(1), cut(failed.group(2) == null ? "" : failed.group(2))));
            }
        }
        return end.map(line -> {
            int passed = 0;
            int failed = 0;
            int skipped = 0;
            Matcher count = PYTEST_COUNT.matcher(line.group(1));
            while (count.find()) {
                int number = number(count.group(1));
                switch (count.group(2)) {
                    case "passed", "xpassed" -> passed += number;
                    case "skipped", "xfailed" -> skipped += number;
                    default -> failed += number;
                }
            }
            return new TestReport("pytest", passed, failed, skipped, failures);
        });
    }

    private static Optional<TestReport> node(List<String> lines) {
        int[] counts = {-1, 0, 0};
        List<Failed> failures = new ArrayList<>();
        for (String line : lines) {
            Matcher count = NODE_COUNT.matcher(line);
            if (count.matches()) {
                counts[List.of("pass", "fail", "skipped").indexOf(count.group(1))] = number(count.group(2));
            }
            Matcher failed = NODE_FAILED.matcher(line);
            if (failed.matches()
                    && failures.size() < MOST_FAILURES
                    && failures.stream().noneMatch(each -> each.name().equals(failed.group(1)))
                    && !failed.group(1).equals("failing tests:")) {
                failures.add(new Failed(failed.group(1), ""));
            }
        }
        return counts[0] < 0
                ? Optional.empty()
                : Optional.of(new TestReport("node", counts[0], counts[1], counts[2], failures));
    }

    private static int number(String digits) {
        return digits.length() > 8 ? Integer.MAX_VALUE / 4 : Integer.parseInt(digits);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }
}
