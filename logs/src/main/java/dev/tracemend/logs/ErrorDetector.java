package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides whether an event is worth a person's time by a score: from its level, a stack trace, phrases that only failures
 * write, the status of an access log, and how new its template is. A bare keyword has no weight, and what a line takes
 * back ("0 errors", "no connection refused", "retrying") counts against it.
 */
public final class ErrorDetector {
    private static final int TRACE = 60;
    private static final int NOVEL = 10;
    private static final Comparator<ErrorVerdict.Weight> STRONGEST = Comparator.comparingInt(each -> -each.points());

    private ErrorDetector() {}

    /** Whether the event is an error; {@code facts} and {@code trace} are those of {@code event}. */
    public static boolean isError(LineFacts facts, StackTrace trace, String event) {
        return judge(facts, trace, event, false).isError();
    }

    /** Why the event is an error, for a person; empty if it is none. */
    public static String why(LineFacts facts, StackTrace trace, String event) {
        return judge(facts, trace, event, false).why();
    }

    /** The verdict; {@code novel} says that the source never wrote such a message, after it had written many others. */
    public static ErrorVerdict judge(LineFacts facts, StackTrace trace, String event, boolean novel) {
        List<ErrorVerdict.Weight> weights = new ArrayList<>(4);
        Level level = facts.level();
        int base = base(level);
        if (base != 0) {
            weights.add(new ErrorVerdict.Weight("level " + level, base));
        }
        String at = level == Level.WARN ? " at level WARN" : "";
        boolean quiet = level == Level.DEBUG || level == Level.TRACE;
        if (!trace.isEmpty() && !quiet) {
            weights.add(
                    new ErrorVerdict.Weight("a stack trace of " + trace.root().simpleType() + at, TRACE));
        }
        if (!quiet) {
            words(facts, event, at, novel, weights);
        }
        if (weights.size() > 1) {
            weights.sort(STRONGEST);
        }
        int score = 0;
        for (ErrorVerdict.Weight each : weights) {
            score += each.points();
        }
        return new ErrorVerdict(score, weights);
    }

    private static int base(Level level) {
        return switch (level) {
            case FATAL -> 100;
            case ERROR -> 90;
            case WARN -> 20;
            case UNKNOWN -> 10;
            case INFO -> -35;
            case DEBUG, TRACE -> -100;
        };
    }

    private static void words(
            LineFacts facts, String event, String at, boolean novel, List<ErrorVerdict.Weight> weights) {
        Level level = facts.level();
        boolean grave = level.compareTo(Level.ERROR) >= 0;
        int status = level == Level.UNKNOWN ? AccessLine.status(event) : 0;
        if (status > 0) {
            if (status >= 500) {
                weights.add(new ErrorVerdict.Weight("the server answered " + status, 45));
            }
            return;
        }
        PhraseFinding finding = PhraseFinding.in(event, messageStart(facts, event));
        boolean marked = level == Level.UNKNOWN && finding.weight() < PhraseBook.LIKELY && isMarked(facts, event);
        if (marked) {
            weights.add(new ErrorVerdict.Weight("the line starts with \"error:\"", PhraseBook.LIKELY));
        } else if (finding.weight() > 0) {
            weights.add(new ErrorVerdict.Weight("the words \"" + finding.phrase() + "\"" + at, finding.weight()));
            if (!finding.softening().isEmpty() && !grave) {
                weights.add(new ErrorVerdict.Weight("it says \"" + finding.softening() + "\"", PhraseBook.SOFT));
            }
            if (novel && !grave) {
                weights.add(new ErrorVerdict.Weight("never written before", NOVEL));
            }
        } else if (grave && ZeroCount.only(facts.message())) {
            weights.add(new ErrorVerdict.Weight("it counts none", -60));
        }
    }

    /** Phrases count behind the head; its names are no phrases. */
    private static int messageStart(LineFacts facts, String event) {
        int start = event.length() - facts.message().length();
        return start > 0 && facts.level() != Level.UNKNOWN && event.endsWith(facts.message()) ? start : 0;
    }

    /** A line without time and level may have lost its mark to what looked like a head. */
    private static boolean isMarked(LineFacts facts, String event) {
        return MarkedFailure.isWord(facts.logger())
                || MarkedFailure.in(facts.message())
                || (facts.time().isEmpty() && MarkedFailure.in(event));
    }
}
