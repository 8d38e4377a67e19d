package dev.tracemend.worker.intake;

import dev.tracemend.contracts.AgentTask;
import dev.tracemend.contracts.ContextPlace;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Says work by hand in the words of a context, so that it goes the same way. */
public final class TaskContext {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 64 * 1024;

    private TaskContext() {}

    /** The context of a task; its cause is named after the task's id, so that it is answered once. */
    public static Incoming of(AgentTask task, int partition, double sent) {
        String text =
                task.task().length() <= LONGEST_TEXT ? task.task() : task.task().substring(0, LONGEST_TEXT);
        List<String> lines = new ArrayList<>(text.lines().toList());
        task.constraints().forEach(line -> lines.add("constraint: " + line));
        String title = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("a task without a text")
                .strip();
        double ts = task.ts() > 0 ? task.ts() : sent;
        ErrorContext context = new ErrorContext(
                1,
                task.id(),
                task.topic(),
                0,
                "task-" + hash(task.id()),
                title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…",
                "",
                "",
                List.of(),
                0,
                ts,
                ts,
                new TimeWindow(ts, ts),
                lines,
                List.of(),
                0,
                text.length() < task.task().length(),
                ts);
        return new Incoming(
                partition, MaskedContext.of(context), ContextPlace.NONE, 0, false, true, "task " + task.id(), sent);
    }

    /** Which of so many partitions' owners takes a task. */
    public static int partition(AgentTask task, int partitions) {
        return Math.floorMod(hash(task.id()).hashCode(), Math.max(1, partitions));
    }

    private static String hash(String id) {
        try {
            byte[] text = id.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java run time has SHA-256", e);
        }
    }
}
