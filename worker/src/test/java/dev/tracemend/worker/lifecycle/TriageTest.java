package dev.tracemend.worker.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.AppliedFix;
import dev.tracemend.contracts.AttemptInfo;
import dev.tracemend.contracts.ContextPlace;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.worker.TopicContents;
import dev.tracemend.worker.deliver.ResultTranslation;
import dev.tracemend.worker.intake.Incoming;
import dev.tracemend.worker.memory.CauseDraft;
import dev.tracemend.worker.policy.BudgetLedger;
import dev.tracemend.worker.policy.Policy;
import dev.tracemend.worker.policy.PolicyReading;
import dev.tracemend.worker.policy.StormBreaker;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriageTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ErrorContext CONTEXT = TopicContents.context("app", "c1", "f1", 3);

    private final Code code = new Code();

    /** Commits are letters; a later one descends from the earlier ones. */
    private static final class Code implements CodeState {
        private String head = "b";
        private final Map<String, Map<String, String>> files = new HashMap<>();

        @Override
        public String head() {
            return head;
        }

        @Override
        public boolean descends(String commit, String ancestor) {
            return !ancestor.isEmpty() && commit.compareTo(ancestor) >= 0;
        }

        @Override
        public Map<String, String> blobs(String commit, Collection<String> paths) {
            return files.getOrDefault(commit, Map.of());
        }
    }

    @Test
    void aCauseThatIsNotKnownIsWorkedOn() {
        assertThat(rule(Map.of(), Optional.empty())).isInstanceOf(Ruling.Attempt.class);
    }

    @Test
    void tooFewErrorsAreWaitedFor() {
        Map<String, Object> four = Map.of("min-events", 4);
        assertThat(rule(four, Optional.empty()).why()).isEqualTo("3 of 4 errors so far");
        MemoryEntry once = CauseDraft.first(CONTEXT).seen(CONTEXT).entry(1);
        assertThat(rule(four, Optional.of(once))).isInstanceOf(Ruling.Attempt.class);
    }

    @Test
    void quietIsWaitedFor() {
        Map<String, Object> quiet = Map.of("quiet", "60s");
        assertThat(rule(quiet, Optional.empty()))
                .isInstanceOfSatisfying(
                        Ruling.Hold.class, hold -> assertThat(hold.until()).isEqualTo(NOW.plusSeconds(60)));
        MemoryEntry held = CauseDraft.first(CONTEXT)
                .seen(CONTEXT)
                .wakeAt(9e9)
                .entry(NOW.minusSeconds(20).getEpochSecond());
        assertThat(rule(quiet, Optional.of(held))).isInstanceOf(Ruling.Decline.class);
        assertThat(triage(quiet).rule(Optional.of(held), incoming(true, false), NOW))
                .isInstanceOfSatisfying(
                        Ruling.Hold.class, hold -> assertThat(hold.until()).isEqualTo(NOW.plusSeconds(40)));
        assertThat(triage(quiet).rule(Optional.of(held), incoming(true, false), NOW.plusSeconds(40)))
                .isInstanceOf(Ruling.Attempt.class);
    }

    @Test
    void whatIsTriedAgainDoesNotWaitForErrorsAnew() {
        MemoryEntry entry = CauseDraft.first(CONTEXT).entry(1);
        Incoming second = new Incoming(0, CONTEXT, ContextPlace.NONE, 1, true, false, "x-0@1", 0);
        assertThat(triage(Map.of("min-events", 9, "quiet", "1h")).rule(Optional.of(entry), second, NOW))
                .isInstanceOf(Ruling.Attempt.class);
    }

    @Test
    void theSameContextIsAnsweredOnce() {
        MemoryEntry answered = known(Lifecycle.EXPIRED)
                .answeredBy(ResultTranslation.idOf(CONTEXT))
                .entry(1);
        assertThat(rule(Map.of(), Optional.of(answered))).isInstanceOf(Ruling.Answered.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Lifecycle.class,
            names = {"REFUSED", "DIAGNOSED", "FAILED", "APPROVED"})
    void whatWasAnsweredStandsUntilTheCodeThereChanges(Lifecycle state) {
        code.files.put("a", Map.of("A.java", "1"));
        MemoryEntry entry = known(state).code("a", Map.of("A.java", "1")).entry(1);
        code.files.put("b", Map.of("A.java", "1"));
        assertThat(rule(Map.of(), Optional.of(entry))).isInstanceOf(Ruling.Repeat.class);
        code.files.put("b", Map.of("A.java", "2"));
        assertThat(rule(Map.of(), Optional.of(entry)))
                .isInstanceOfSatisfying(Ruling.Attempt.class, attempt -> assertThat(attempt.why())
                        .contains("changed since a"));
        code.files.put("b", Map.of());
        assertThat(rule(Map.of(), Optional.of(entry))).as("a file that is gone").isInstanceOf(Ruling.Attempt.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Lifecycle.class,
            names = {"PROPOSED", "STOPPED"})
    void whatIsOpenOrStoppedIsOnlyCounted(Lifecycle state) {
        code.files.put("b", Map.of("A.java", "2"));
        MemoryEntry entry = known(state).code("a", Map.of("A.java", "1")).entry(1);
        assertThat(rule(Map.of(), Optional.of(entry))).isInstanceOf(Ruling.Repeat.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Lifecycle.class,
            names = {"APPLIED", "CLOSED"})
    void gitTellsWhetherAFixIsInTheCode(Lifecycle state) {
        CauseDraft draft = known(state).applied(new AppliedFix("r1", "tracemend/f1-1", "c", "", 1e12));
        MemoryEntry entry = draft.code("c", Map.of("A.java", "9")).entry(1);
        assertThat(rule(Map.of(), Optional.of(entry)))
                .isInstanceOfSatisfying(Ruling.Repeat.class, repeat -> assertThat(repeat.state())
                        .isEqualTo(Lifecycle.APPLIED));
        code.files.put("b", Map.of("A.java", "9"));
        assertThat(rule(Map.of(), Optional.of(entry))).as("squashed").isEqualTo(regressed("b"));
        code.files.clear();
        code.head = "d";
        assertThat(rule(Map.of(), Optional.of(entry))).as("merged").isEqualTo(regressed("d"));
    }

    @Test
    void theBudgetOfACauseBeginsAnewWithAFix() {
        CauseDraft draft = known(Lifecycle.EXPIRED);
        for (int i = 1; i <= 3; i++) {
            draft.attempted(new AttemptInfo("r" + i, Verdict.FAILED, "", i, 1, 0, 0));
        }
        assertThat(rule(Map.of(), Optional.of(draft.entry(1))).why()).contains("3 of 3 attempts");
        assertThat(triage(Map.of()).rule(Optional.of(draft.entry(1)), incoming(false, true), NOW))
                .as("a person asks")
                .isInstanceOf(Ruling.Attempt.class);
        draft.enter(Lifecycle.CLOSED).applied(new AppliedFix("r3", "b", "a", "", 3));
        assertThat(rule(Map.of(), Optional.of(draft.entry(1)))).isInstanceOf(Ruling.Attempt.class);
    }

    private static Ruling regressed(String head) {
        return new Ruling.Attempt(true, "it came back in " + head + ", which holds its fix c");
    }

    private static CauseDraft known(Lifecycle state) {
        return CauseDraft.first(CONTEXT).seen(CONTEXT).enter(state);
    }

    private Ruling rule(Map<String, Object> policy, Optional<MemoryEntry> known) {
        return triage(policy).rule(known, incoming(false, false), NOW);
    }

    private static Incoming incoming(boolean counted, boolean asked) {
        return new Incoming(0, CONTEXT, ContextPlace.NONE, 0, counted, asked, "x-0@1", 0);
    }

    private Triage triage(Map<String, Object> said) {
        Policy policy = PolicyReading.of(Map.of("default", said), "t").otherwise();
        return new Triage(policy, code, new BudgetLedger(), new StormBreaker(policy));
    }
}
