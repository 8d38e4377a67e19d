package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The value of {@code logs.ctx.<topic>}: one window of one cause, with all that is needed to look into it. Times are
 * event time in seconds since the epoch.
 *
 * @param v version of this form, 1
 * @param id hash of topic, fingerprint, window start and emission: a replay yields the same
 * @param topic the short name, {@code app} of {@code logs.ctx.app}
 * @param emission ordinal of this emission within a storm that outlasts one window, from 0
 * @param fingerprint what makes two errors the same cause; the record's key
 * @param title one line for a person: exception and message, or the message
 * @param service who logged it, may be empty
 * @param language {@code java}, {@code python}, {@code node}, or empty where there was no trace
 * @param exceptions outermost first, the root cause last; empty where there was no trace
 * @param count errors in this window
 * @param ctx the sample: lines before the first error, the error with its trace, lines after
 * @param samples ids of the first lines that were counted
 * @param truncated whether lines or samples were left out
 * @param hosts where the errors were written, as far as that is known, at most 20
 * @param isNew whether the cause was seen for the first time within what the windows remember
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ErrorContext(
        @JsonInclude(JsonInclude.Include.ALWAYS) int v,
        String id,
        String topic,
        int emission,
        String fingerprint,
        String title,
        String service,
        String language,
        List<ExceptionInfo> exceptions,
        @JsonInclude(JsonInclude.Include.ALWAYS) long count,
        double firstSeen,
        double lastSeen,
        TimeWindow window,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> ctx,
        List<String> samples,
        int redactions,
        boolean truncated,
        @JsonInclude(JsonInclude.Include.ALWAYS) double ts,
        List<String> hosts,
        @JsonProperty("isNew") boolean isNew) {

    /** Replaces what is absent by the neutral value. */
    public ErrorContext {
        v = v == 0 ? 1 : v;
        id = Absent.text(id);
        topic = Absent.text(topic);
        fingerprint = Absent.text(fingerprint);
        title = Absent.text(title);
        service = Absent.text(service);
        language = Absent.text(language);
        exceptions = Absent.list(exceptions);
        firstSeen = Absent.finite(firstSeen);
        lastSeen = Absent.finite(lastSeen);
        window = Absent.or(window, new TimeWindow(firstSeen, lastSeen));
        ctx = Absent.list(ctx);
        samples = Absent.list(samples);
        ts = Absent.finite(ts);
        hosts = Absent.list(hosts);
    }

    /** A context that says nothing of hosts and novelty. */
    public ErrorContext(
            int v,
            String id,
            String topic,
            int emission,
            String fingerprint,
            String title,
            String service,
            String language,
            List<ExceptionInfo> exceptions,
            long count,
            double firstSeen,
            double lastSeen,
            TimeWindow window,
            List<String> ctx,
            List<String> samples,
            int redactions,
            boolean truncated,
            double ts) {
        this(
                v,
                id,
                topic,
                emission,
                fingerprint,
                title,
                service,
                language,
                exceptions,
                count,
                firstSeen,
                lastSeen,
                window,
                ctx,
                samples,
                redactions,
                truncated,
                ts,
                List.of(),
                false);
    }
}
