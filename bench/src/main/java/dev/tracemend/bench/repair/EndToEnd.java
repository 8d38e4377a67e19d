package dev.tracemend.bench.repair;

import dev.tracemend.agent.fix.Change;
import dev.tracemend.agent.fix.FixConfig;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixProgram;
import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.logs.EventJoiner;
import dev.tracemend.logs.EventTitle;
import dev.tracemend.logs.Fingerprint;
import dev.tracemend.logs.LineFacts;
import dev.tracemend.logs.LineParser;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.TraceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs a case of mode {@code fix}, or of another language than Java: its workspace as a git checkout, each cause its log shows through {@link FixProgram},
 * one after the other, the changes kept; then the checker.
 */
final class EndToEnd {
    private static final int MOST_CAUSES = 3;

    private final RepairCase one;
    private final Path scratch;
    private final List<String> operators = new ArrayList<>();
    private final StringBuilder diffs = new StringBuilder();
    private final List<String> whys = new ArrayList<>();
    private int verified;
    private int tries;

    EndToEnd(RepairCase one, Path scratch) {
        this.one = one;
        this.scratch = scratch;
    }

    CaseResult run() throws IOException {
        try (FixedCopy copy = FixedCopy.of(one.workspace(), List.of(), scratch);
                CpuClock cpu = new CpuClock()) {
            copy.green(
                    "git init -q && git add -A && git -c user.name=a -c user.email=a@example.org commit -qm first",
                    one.folder());
            double before = cpu.seconds();
            long wall = System.nanoTime();
            for (FixTask task : tasks()) {
                fix(copy, task);
            }
            double spent = cpu.seconds() - before;
            boolean checked = one.negative() || !one.checkerCommand().isEmpty();
            boolean right = one.negative()
                    ? operators.isEmpty()
                    : checked && !operators.isEmpty() && copy.green(one.checkerCommand(), one.folder());
            boolean all = verified > 0 && verified == operators.size();
            return new CaseResult(
                    one.name(),
                    one.kind(),
                    one.negative(),
                    operators.size(),
                    all,
                    checked,
                    right,
                    right && !one.negative() ? 1 : 0,
                    tries,
                    0,
                    true,
                    spent,
                    (System.nanoTime() - wall) / 1e9,
                    String.join(", ", operators),
                    diffs.toString(),
                    String.join("; ", whys),
                    "",
                    true);
        }
    }

    private void fix(FixedCopy copy, FixTask task) throws IOException {
        FixProgram program = new FixProgram(FixConfig.in(copy.root(), scratch.resolve("fix")), List.of());
        boolean tests = one.log().isEmpty() && one.language().equals("java");
        FixOutcome outcome = tests ? program.fixTests(line -> {}) : program.fix(task, line -> {});
        tries += outcome.report().tries();
        whys.add(outcome.report().why());
        if (outcome instanceof FixOutcome.Verified found) {
            verified++;
            apply(copy, found.change());
        } else if (outcome instanceof FixOutcome.Proposed found) {
            apply(copy, found.change());
        }
    }

    private void apply(FixedCopy copy, Change change) throws IOException {
        operators.add(change.operator());
        diffs.append(change.diff());
        Files.writeString(copy.root().resolve("fix.diff"), change.diff());
        copy.green(
                "git apply fix.diff && rm fix.diff && git add -A"
                        + " && git -c user.name=a -c user.email=a@example.org commit -qm fix",
                one.folder());
    }

    /** Without a log, the failing tests; else one task a cause, in the order of the log, among as much noise as the case asks for. */
    private List<FixTask> tasks() throws IOException {
        if (one.log().isEmpty()) {
            return List.of(new FixTask("failing-tests", "failing tests", StackTrace.NONE, List.of()));
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < one.noise(); i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "2026-03-02 08:%02d:%02d,000 %s shop - request %d took %d ms",
                    i / 60 % 60,
                    i % 60,
                    i % 17 == 0 ? "WARN " : "INFO ",
                    i,
                    i % 90));
        }
        lines.addAll(lines.size() / 2, Files.readAllLines(one.logFile()));
        EventJoiner joiner = new EventJoiner();
        List<String> events = new ArrayList<>();
        lines.forEach(line -> joiner.add(line).ifPresent(events::add));
        joiner.flush().ifPresent(events::add);
        Map<String, FixTask> tasks = new LinkedHashMap<>();
        for (String event : events) {
            LineFacts facts = LineParser.parse(event);
            StackTrace trace = TraceParser.parse(event);
            if (!trace.isEmpty() && tasks.size() < MOST_CAUSES) {
                String print = Fingerprint.of(trace, facts);
                tasks.putIfAbsent(
                        print,
                        new FixTask(
                                print,
                                EventTitle.of(trace, facts),
                                trace,
                                event.lines().toList()));
            }
        }
        return List.copyOf(tasks.values());
    }
}
