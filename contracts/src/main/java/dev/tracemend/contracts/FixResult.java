package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The value of {@code agent.results.<topic>}: what came of one context. There is exactly one per context. The first
 * five keys of the wire form ({@code container, summary, key_points, plan, ts}) are always there, for older consumers.
 *
 * @param container the topic's short name
 * @param summary one line for a person
 * @param keyPoints what was seen, a line each
 * @param plan what is done or should be done, a line each
 * @param ts when the result was made, seconds since the epoch
 * @param v version of this form, 1
 * @param id a function of the context's id
 * @param ctxId the context this answers
 * @param fingerprint the cause; the record's key
 * @param title the context's title
 * @param count errors in that context
 * @param verdict how it ended
 * @param repeatOf id of the earlier result that stands for this cause; then nothing was done again and there is no patch
 * @param why why it stopped where it stopped
 * @param mode {@code heuristic}, or {@code llm} where a model took part
 * @param commands what a person could run, never run by us
 * @param tries candidate edits that were judged
 * @param durations seconds by stage: {@code total}, {@code locate}, {@code reproduce}, {@code judge}, {@code model}
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record FixResult(
        @JsonInclude(JsonInclude.Include.ALWAYS) String container,
        @JsonInclude(JsonInclude.Include.ALWAYS) String summary,

        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("key_points")
        String keyPoints,

        @JsonInclude(JsonInclude.Include.ALWAYS) String plan,
        @JsonInclude(JsonInclude.Include.ALWAYS) double ts,
        @JsonInclude(JsonInclude.Include.ALWAYS) int v,
        String id,
        String ctxId,
        String fingerprint,
        String title,
        long count,
        Verdict verdict,
        String repeatOf,
        String why,
        String mode,
        RootCause rootCause,
        List<String> commands,
        PatchInfo patch,
        VerificationInfo verification,
        GitBase git,
        ModelUse model,
        int tries,
        Map<String, Double> durations) {

    /** Replaces what is absent by the neutral value. */
    public FixResult {
        container = Absent.text(container);
        summary = Absent.text(summary);
        keyPoints = Absent.text(keyPoints);
        plan = Absent.text(plan);
        ts = Absent.finite(ts);
        v = v == 0 ? 1 : v;
        id = Absent.text(id);
        ctxId = Absent.text(ctxId);
        fingerprint = Absent.text(fingerprint);
        title = Absent.text(title);
        verdict = Absent.or(verdict, Verdict.DIAGNOSED);
        repeatOf = Absent.text(repeatOf);
        why = Absent.text(why);
        mode = Absent.text(mode);
        rootCause = Absent.or(rootCause, new RootCause("", 0, List.of()));
        commands = Absent.list(commands);
        patch = Absent.or(patch, PatchInfo.NONE);
        verification = Absent.or(verification, VerificationInfo.NONE);
        git = Absent.or(git, GitBase.NONE);
        model = Absent.or(model, ModelUse.NONE);
        durations = Absent.map(durations);
    }
}
