package dev.tracemend.worker.intake;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.logs.Redactor;
import java.util.List;

/** A context of a foreign sender may hold secrets; they go neither to a model nor into an answer nor into our log. */
final class MaskedContext {
    private static final Redactor REDACTOR = new Redactor();

    private MaskedContext() {}

    static ErrorContext of(ErrorContext context) {
        return new ErrorContext(
                context.v(),
                context.id(),
                context.topic(),
                context.emission(),
                context.fingerprint(),
                masked(context.title()),
                context.service(),
                context.language(),
                context.exceptions().stream().map(MaskedContext::masked).toList(),
                context.count(),
                context.firstSeen(),
                context.lastSeen(),
                context.window(),
                masked(context.ctx()),
                context.samples(),
                context.redactions(),
                context.truncated(),
                context.ts());
    }

    private static String masked(String text) {
        return REDACTOR.redact(text).text();
    }

    private static ExceptionInfo masked(ExceptionInfo info) {
        return new ExceptionInfo(info.type(), masked(info.message()), info.frames());
    }

    /** As one text, for a key has many lines. */
    private static List<String> masked(List<String> lines) {
        String text = String.join("\n", lines);
        String masked = masked(text);
        return masked.equals(text) ? lines : List.of(masked.split("\n", -1));
    }
}
