package dev.tracemend.worker.memory;

import dev.tracemend.contracts.AppliedFix;
import dev.tracemend.contracts.AttemptInfo;
import dev.tracemend.contracts.ContextPlace;
import dev.tracemend.contracts.DecisionInfo;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.OpenProposal;
import dev.tracemend.contracts.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The next entry of a cause's memory, in the making: what is not said stays as it was. For one thread. */
public final class CauseDraft {
    /** So many answers are told from redelivered contexts; more are kept only as a count. */
    static final int LONGEST_MEMORY = 100;
    /** So many attempts and decisions are kept. */
    static final int LONGEST_HISTORY = 20;

    private final String fingerprint;
    private String resultId = "";
    private Verdict verdict = Verdict.REFUSED;
    private long count;
    private int contexts;
    private double firstSeen;
    private double lastSeen;
    private List<String> answered = List.of();
    private String topic = "";
    private String title = "";
    private Lifecycle state = Lifecycle.NEW;
    private int repeats;
    private int attempted;
    private List<AttemptInfo> attempts = List.of();
    private List<DecisionInfo> decisions = List.of();
    private OpenProposal proposal = OpenProposal.NONE;
    private AppliedFix applied = AppliedFix.NONE;
    private String head = "";
    private Map<String, String> blobs = Map.of();
    private int quietWindows;
    private int regressions;
    private double wakeAt;
    private ContextPlace place = ContextPlace.NONE;

    private CauseDraft(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Of a cause that nothing is known of. */
    public static CauseDraft first(ErrorContext context) {
        CauseDraft draft = new CauseDraft(context.fingerprint());
        draft.topic = context.topic();
        draft.title = context.title();
        draft.firstSeen = context.firstSeen();
        return draft;
    }

    /** Of a known cause. */
    public static CauseDraft of(MemoryEntry known) {
        CauseDraft draft = new CauseDraft(known.fingerprint());
        draft.resultId = known.resultId();
        draft.verdict = known.verdict();
        draft.count = known.count();
        draft.contexts = known.contexts();
        draft.firstSeen = known.firstSeen();
        draft.lastSeen = known.lastSeen();
        draft.answered = known.answered();
        draft.topic = known.topic();
        draft.title = known.title();
        draft.state = known.state();
        draft.repeats = known.repeats();
        draft.attempted = known.attempted();
        draft.attempts = known.attempts();
        draft.decisions = known.decisions();
        draft.proposal = known.proposal();
        draft.applied = known.applied();
        draft.head = known.head();
        draft.blobs = known.blobs();
        draft.quietWindows = known.quietWindows();
        draft.regressions = known.regressions();
        draft.wakeAt = known.wakeAt();
        draft.place = known.place();
        return draft;
    }

    /** The topic's short name. */
    CauseDraft topic(String name) {
        topic = name;
        return this;
    }

    /** A context more, whose errors are counted. */
    public CauseDraft seen(ErrorContext context) {
        count += context.count();
        contexts++;
        topic = context.topic();
        firstSeen = Math.min(firstSeen, context.firstSeen());
        lastSeen = Math.max(lastSeen, context.lastSeen());
        return this;
    }

    /** A context was answered, so that its redelivery is known. */
    public CauseDraft answeredBy(String id) {
        answered = latest(answered, id, LONGEST_MEMORY);
        return this;
    }

    /** A context was answered without work. */
    public CauseDraft repeated() {
        repeats++;
        return this;
    }

    /** A result stands for the cause from now on. */
    public CauseDraft standsOn(FixResult result, ContextPlace where) {
        resultId = result.id();
        verdict = result.verdict();
        title = result.title();
        place = where;
        return this;
    }

    /** Another state; the repeats begin anew. */
    public CauseDraft enter(Lifecycle next) {
        state = next;
        repeats = 0;
        return this;
    }

    /** An attempt more. */
    public CauseDraft attempted(AttemptInfo attempt) {
        attempted++;
        attempts = latest(attempts, attempt, LONGEST_HISTORY);
        return this;
    }

    /** What a person decided. */
    public CauseDraft decided(DecisionInfo decision) {
        decisions = latest(decisions, decision, LONGEST_HISTORY);
        return this;
    }

    /** What waits; {@link OpenProposal#NONE} for nothing any more. */
    public CauseDraft waitsFor(OpenProposal open) {
        proposal = open;
        return this;
    }

    /** What was delivered; from now on its quiet windows are counted. */
    public CauseDraft applied(AppliedFix fix) {
        applied = fix;
        quietWindows = 0;
        return this;
    }

    /** A window without an error more. */
    public CauseDraft quietWindow() {
        quietWindows++;
        return this;
    }

    /** An error came, so the quiet begins anew. */
    public CauseDraft noisy() {
        quietWindows = 0;
        return this;
    }

    /** It came back. */
    public CauseDraft regressed() {
        regressions++;
        return this;
    }

    /** The code that the cause concerns, as it is at a commit. */
    public CauseDraft code(String commit, Map<String, String> files) {
        head = commit;
        blobs = files;
        return this;
    }

    /** When something is due; 0 for never. */
    public CauseDraft wakeAt(double seconds) {
        wakeAt = seconds;
        return this;
    }

    /** The entry as it is to be written. */
    public MemoryEntry entry(double now) {
        return new MemoryEntry(
                1,
                fingerprint,
                resultId,
                verdict,
                count,
                contexts,
                firstSeen,
                lastSeen,
                now,
                answered,
                topic,
                title,
                state,
                repeats,
                attempted,
                attempts,
                decisions,
                proposal,
                applied,
                head,
                blobs,
                quietWindows,
                regressions,
                wakeAt,
                place);
    }

    private static <T> List<T> latest(List<T> before, T next, int most) {
        List<T> all = new ArrayList<>(before);
        all.add(next);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
