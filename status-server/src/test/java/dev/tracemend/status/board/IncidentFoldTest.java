package dev.tracemend.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Wire;
import dev.tracemend.status.IncidentSamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentFoldTest {
    private static final Incident UNSEEN = Incident.unseen("app", "f1");

    @Test
    void countsAddUpAndTimesWiden() {
        Incident first = IncidentFold.withContext(UNSEEN, IncidentSamples.context("app", "f1", "c1", 3, 100), 200);
        IncidentRow row = IncidentRow.of(first).again(IncidentSamples.context("app", "f1", "c2", 4, 90), 201);
        Incident second = first.with(new BoardRow(row, 201, Marks.NONE));

        assertThat(second.count()).isEqualTo(7);
        assertThat(second.contexts()).isEqualTo(2);
        assertThat(second.firstSeen()).isEqualTo(90);
        assertThat(second.lastSeen()).isEqualTo(101);
        assertThat(second.changedAt()).isEqualTo(201);
        assertThat(second.log()).isEqualTo(first.log());
        assertThat(second.state()).isEqualTo(IncidentState.NEW);
        assertThat(second.where()).isEqualTo("Cart.java:42");
    }

    @Test
    void aLaterResultReplacesTheStandingOneButARepeatDoesNot() {
        FixResult diagnosed = IncidentSamples.diagnosed("app", "f1", "r1", 10);
        FixResult verified = IncidentSamples.verified("app", "f1", "r2", 20);
        Incident seen = IncidentFold.withContext(UNSEEN, IncidentSamples.context("app", "f1", "c1", 3, 100), 200);

        Incident first = IncidentFold.withResult(seen, diagnosed, 201);
        Incident repeated = IncidentFold.withResult(first, IncidentSamples.repeat("app", "f1", "r3", "r1", 15), 202);
        Incident replaced = IncidentFold.withResult(repeated, verified, 203);

        assertThat(first.state()).isEqualTo(IncidentState.DIAGNOSED);
        assertThat(repeated.standing()).containsExactly(diagnosed);
        assertThat(replaced.standing()).containsExactly(verified);
        assertThat(replaced.state()).isEqualTo(IncidentState.VERIFIED);
        assertThat(replaced.results()).isEqualTo(3);
        assertThat(replaced.count()).isEqualTo(3);
    }

    @Test
    void memoryTellsTheStateInWhateverOrderTheTopicsCome() {
        FixResult fix = IncidentSamples.verified("app", "f1", "r1", 100);
        MemoryEntry proposed = IncidentSamples.memory("app", "f1", Lifecycle.PROPOSED, fix, 101);
        MemoryEntry applied = IncidentSamples.memory("app", "f1", Lifecycle.APPLIED, fix, 102);

        Incident late = IncidentFold.withResult(IncidentFold.withMemory(UNSEEN, applied, 200), fix, 201);
        Incident waits = IncidentFold.withMemory(IncidentFold.withResult(UNSEEN, fix, 200), proposed, 201);
        Incident done = IncidentFold.withMemory(waits, applied, 202);
        assertThat(IncidentFold.isNews(done, proposed)).isFalse();

        assertThat(late.state()).isEqualTo(IncidentState.APPLIED);
        assertThat(late.standing()).containsExactly(fix);
        assertThat(waits.state()).isEqualTo(IncidentState.VERIFIED);
        assertThat(waits.life().proposal()).isEqualTo("r1");
        assertThat(done.state()).isEqualTo(IncidentState.APPLIED);
        assertThat(done.life().proposal()).isEmpty();
        assertThat(done.life().branch()).isEqualTo("tracemend/f1-1");
        assertThat(IncidentForm.read(IncidentForm.write(done))).contains(done);
    }

    @Test
    void aResultThatComesBeforeItsContextWaitsForIt() {
        Incident answered = IncidentFold.withResult(UNSEEN, IncidentSamples.verified("app", "f1", "r1", 50), 200);
        Incident seen = IncidentFold.withContext(answered, IncidentSamples.context("app", "f1", "c1", 3, 40), 201);

        assertThat(answered.title()).isEqualTo(IncidentSamples.TITLE);
        assertThat(seen.log()).isNotEmpty();
        assertThat(seen.state()).isEqualTo(IncidentState.VERIFIED);
        assertThat(seen.firstSeen()).isEqualTo(40);
        assertThat(seen.count()).isEqualTo(3);
    }

    @Test
    void foreignContextsHaveATitleACountAndATime() {
        ErrorContext foreign =
                Wire.errorContext("{\"ctx\":[\"\",\"boom\"],\"ts\":7.5}".getBytes(StandardCharsets.UTF_8));

        Incident seen = IncidentFold.withContext(UNSEEN, foreign, 200);

        assertThat(seen.title()).isEqualTo("boom");
        assertThat(seen.count()).isEqualTo(1);
        assertThat(seen.firstSeen()).isEqualTo(7.5);
    }

    @Test
    void whatIsHugeIsCut() {
        ErrorContext sample = IncidentSamples.context("app", "f1", "c1", 1, 1);
        String huge = "x".repeat(1_000_000);
        ErrorContext big = new ErrorContext(
                1,
                "c1",
                "app",
                0,
                "f1",
                huge,
                huge,
                "java",
                sample.exceptions(),
                1,
                1,
                1,
                sample.window(),
                java.util.Collections.nCopies(5_000, huge.substring(0, 5_000)),
                List.of(),
                0,
                false,
                1);

        Incident seen = IncidentFold.withContext(UNSEEN, big, 200);

        assertThat(seen.truncated()).isTrue();
        assertThat(IncidentForm.write(seen).length).isLessThan(1_000_000);
    }

    @Test
    void theStoredFormIsReadBack() {
        Incident seen = IncidentFold.withResult(
                IncidentFold.withContext(UNSEEN, IncidentSamples.context("app", "f1", "c1", 3, 100), 200),
                IncidentSamples.verified("app", "f1", "r1", 110),
                201);

        assertThat(IncidentForm.read(IncidentForm.write(seen))).contains(seen);
        assertThat(IncidentForm.read("not json".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
