package dev.tracemend.status.board;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.contracts.MemoryEntry;
import java.util.List;

/**
 * What a context or a result makes of an incident; pure. Whether it was folded before is the caller's business: ids are
 * kept outside the incident, so that it stays small in a storm.
 */
final class IncidentFold {
    private IncidentFold() {}

    /**
     * The first context gives title, exceptions and log; what a result that came before it told of them held only until
     * now. Any later one changes the numbers of the row alone: {@link IncidentRow#again}.
     */
    static Incident withContext(Incident old, ErrorContext context, double now) {
        List<ExceptionInfo> exceptions = Bounds.exceptions(context.exceptions());
        return new Incident(
                old.topic(),
                old.fingerprint(),
                title(context, old),
                Bounds.line(context.service()),
                Bounds.line(context.language()),
                exceptions,
                Bounds.log(context.ctx()),
                context.truncated() || context.ctx().size() > Bounds.LINES,
                Math.max(1, context.count()),
                1,
                old.results(),
                firstSeen(context, now),
                lastSeen(context, now),
                old.state(),
                where(exceptions),
                old.standing(),
                now,
                old.life(),
                old.trend().with(lastSeen(context, now), Math.max(1, context.count())));
    }

    /** When a context's first error was seen, as far as it says. */
    static double firstSeen(ErrorContext context, double now) {
        return time(context.firstSeen(), context.ts(), now);
    }

    /** When a context's last error was seen, as far as it says. */
    static double lastSeen(ErrorContext context, double now) {
        return time(context.lastSeen(), context.ts(), now);
    }

    /** A result that repeats an earlier one only counts, unless nothing stands yet. */
    static Incident withResult(Incident old, FixResult result, double now) {
        boolean stands = result.repeatOf().isEmpty() || old.standing().isEmpty();
        boolean alone = old.contexts() == 0;
        // Topics come in any order: a memory that is as new as the result knows the result already.
        boolean news = stands && result.ts() > old.life().ts();
        double at = time(result.ts(), now, now);
        String title = result.title().isEmpty() ? result.summary() : result.title();
        return new Incident(
                old.topic(),
                old.fingerprint(),
                old.title().isEmpty() ? Bounds.line(title) : old.title(),
                old.service(),
                old.language(),
                old.exceptions(),
                old.log(),
                old.truncated(),
                alone ? Math.max(old.count(), result.count()) : old.count(),
                old.contexts(),
                old.results() + 1,
                alone && old.firstSeen() == 0 ? at : old.firstSeen(),
                alone ? Math.max(old.lastSeen(), at) : old.lastSeen(),
                news ? IncidentState.of(result.verdict()) : old.state(),
                old.where(),
                stands ? List.of(result) : old.standing(),
                now,
                old.life(),
                old.trend());
    }

    /** Whether a worker's word is no older than the one that is known. */
    static boolean isNews(Incident old, MemoryEntry memory) {
        return memory.ts() >= old.life().ts();
    }

    /** What a worker remembers of the cause. */
    static Incident withMemory(Incident old, MemoryEntry memory, double now) {
        boolean alone = old.contexts() == 0 && old.results() == 0;
        return new Incident(
                old.topic(),
                old.fingerprint(),
                old.title().isEmpty() ? Bounds.line(memory.title()) : old.title(),
                old.service(),
                old.language(),
                old.exceptions(),
                old.log(),
                old.truncated(),
                alone ? Math.max(old.count(), memory.count()) : old.count(),
                old.contexts(),
                old.results(),
                alone ? memory.firstSeen() : old.firstSeen(),
                alone ? memory.lastSeen() : old.lastSeen(),
                IncidentState.of(memory.state(), memory.verdict()),
                old.where(),
                old.standing(),
                now,
                CauseLife.of(memory),
                old.trend());
    }

    private static double time(double preferred, double next, double last) {
        return preferred > 0 ? preferred : next > 0 ? next : last;
    }

    private static String title(ErrorContext context, Incident old) {
        if (!context.title().isEmpty()) {
            return Bounds.line(context.title());
        }
        return old.title().isEmpty()
                ? context.ctx().stream()
                        .filter(l -> !l.isBlank())
                        .findFirst()
                        .map(Bounds::line)
                        .orElse("")
                : old.title();
    }

    private static String where(List<ExceptionInfo> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            for (FrameInfo frame : chain.get(i).frames()) {
                if (frame.inApp() && !frame.file().isEmpty()) {
                    return frame.line() > 0 ? frame.file() + ":" + frame.line() : frame.file();
                }
            }
        }
        return "";
    }
}
