package dev.tracemend.streams.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The causes one source saw not long ago, and what it has to tell of them. */
final class RecentCauses {
    private static final int MOST_CAUSES = 32;

    private final WindowRules rules;
    private final String topic;
    private final String source;
    private final List<RecentCause> causes;
    private final List<CauseEvent> events = new ArrayList<>();

    RecentCauses(WindowRules rules, String topic, String source, List<RecentCause> causes) {
        this.rules = rules;
        this.topic = topic;
        this.source = source;
        this.causes = new ArrayList<>(causes);
    }

    List<RecentCause> all() {
        return causes;
    }

    boolean isEmpty() {
        return causes.isEmpty();
    }

    /** Hands over what there is to tell since the last time, in order. */
    void drain(Consumer<CauseEvent> out) {
        if (!events.isEmpty()) {
            events.forEach(out);
            events.clear();
        }
    }

    /** An error; of a storm only one in each emission becomes its sample, the others are counted. */
    void error(OpenedEvent event, EventJudge.Shown shown) {
        String fingerprint = shown.finding().fingerprint();
        RecentCause known = remove(fingerprint);
        long when = event.start().time();
        if (known != null && when - known.full() < rules.max().toMillis()) {
            events.add(brief(event.start(), shown, known.news()));
            causes.add(known.counted(when));
        } else {
            StartedEvent whole = event.started();
            events.add(whole(whole, shown, known == null ? List.of() : known.news()));
            long last = known == null ? when : Math.max(known.time(), when);
            causes.add(new RecentCause(fingerprint, last, when, whole.passed(), 0, whole.followed()));
        }
        if (causes.size() > MOST_CAUSES) {
            quiet(causes.remove(0), when);
        }
    }

    private ErrorSeen whole(StartedEvent event, EventJudge.Shown shown, List<String> after) {
        EventLines lines = EventLines.of(shown.text());
        return new ErrorSeen(
                topic,
                source,
                shown.finding().fingerprint(),
                shown.finding().title(),
                event.line().service(),
                shown.finding().language(),
                shown.finding().exceptions(),
                event.time(),
                event.ts(),
                event.line().id(),
                event.before(),
                lines.lines(),
                after,
                event.line().redactions() + shown.redactions(),
                lines.truncated(),
                event.line().host(),
                false);
    }

    private ErrorSeen brief(StartedEvent event, EventJudge.Shown shown, List<String> after) {
        int end = shown.text().indexOf('\n');
        String first = end < 0 ? shown.text() : shown.text().substring(0, end);
        return new ErrorSeen(
                topic,
                source,
                shown.finding().fingerprint(),
                shown.finding().title(),
                event.line().service(),
                shown.finding().language(),
                List.of(),
                event.time(),
                event.ts(),
                event.line().id(),
                List.of(),
                List.of(EventLines.shown(first)),
                after,
                event.line().redactions() + shown.redactions(),
                false,
                event.line().host(),
                true);
    }

    /** The source's next line. */
    void follow(AroundLine line) {
        for (int i = 0; i < causes.size(); i++) {
            if (causes.get(i).collecting()) {
                causes.set(i, causes.get(i).followed(line.shown(), rules.linesAfter()));
            }
        }
    }

    /** Another error begins: what follows it is about that one. */
    void endFollowing() {
        causes.replaceAll(RecentCause::ended);
    }

    /** All that the source wrote up to this time is known. */
    void advance(long time) {
        for (int i = 0; i < causes.size(); ) {
            boolean quiet = time - causes.get(i).time() >= rules.quiet().toMillis();
            if (quiet) {
                quiet(causes.remove(i), time);
            } else {
                i++;
            }
        }
    }

    /** All are quiet, as nothing more comes; returns the source's time then. */
    long silence(long time) {
        long end = time;
        for (RecentCause cause : causes) {
            end = Math.max(end, cause.time() + rules.quiet().toMillis());
            quiet(cause, end);
        }
        causes.clear();
        return end;
    }

    private void quiet(RecentCause cause, long time) {
        events.add(new SourceQuiet(topic, source, cause.fingerprint(), time, cause.news()));
    }

    private @Nullable RecentCause remove(String fingerprint) {
        for (int i = 0; i < causes.size(); i++) {
            if (causes.get(i).fingerprint().equals(fingerprint)) {
                return causes.remove(i);
            }
        }
        return null;
    }
}
