package dev.tracemend.cli;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.streams.contexts.CauseContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Contexts of files as the command prints them. */
final class ContextText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ContextText() {}

    /** What explains a context; stands behind its own fields. */
    private record Explanation(String why, String grouping, String source, long line) {}

    /** One JSON object; explained, it has {@code explain} behind the fields of a context. */
    static String json(CauseContext cause, boolean explain) {
        String context = JsonLines.one(cause.context());
        if (!explain) {
            return context;
        }
        String why = JsonLines.one(new Explanation(cause.why(), cause.grouping(), cause.source(), cause.line()));
        return context.substring(0, context.length() - 1) + ",\"explain\":" + why + '}';
    }

    /** A row a cause, the most frequent first, and a last line that sums up. */
    static List<String> table(List<CauseContext> causes, boolean explain, long lines, long errors) {
        List<String> text = new ArrayList<>();
        if (!causes.isEmpty()) {
            text.add(String.format(Locale.ROOT, "%7s  %-19s  %-19s  %s", "COUNT", "FIRST (UTC)", "LAST", "CAUSE"));
        }
        causes.stream()
                .sorted(Comparator.comparingLong(
                        (CauseContext each) -> -each.context().count()))
                .forEach(cause -> row(cause, explain, text));
        text.add(String.format(
                Locale.ROOT,
                "%d lines, %d errors, %d %s",
                lines,
                errors,
                causes.size(),
                causes.size() == 1 ? "cause" : "causes"));
        return text;
    }

    private static void row(CauseContext cause, boolean explain, List<String> text) {
        ErrorContext context = cause.context();
        text.add(String.format(
                Locale.ROOT,
                "%7d  %-19s  %-19s  %s",
                context.count(),
                time(context.firstSeen()),
                time(context.lastSeen()),
                context.title()));
        String indent = " ".repeat(51);
        text.add(indent + context.fingerprint() + "  " + cause.source() + ':' + cause.line());
        if (explain) {
            text.add(indent + "why " + cause.why());
            cause.grouping().lines().forEach(line -> text.add(indent + line));
        }
    }

    private static String time(double seconds) {
        return seconds <= 0 ? "-" : TIME.format(Instant.ofEpochMilli(Math.round(seconds * 1000)));
    }
}
