package dev.tracemend.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.status.IncidentSamples;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardIndexTest {
    private final BoardIndex index = new BoardIndex();

    @BeforeEach
    void isAtABroker() {
        index.at("cluster");
    }

    @Test
    void tellsOnlyWhatChangedSinceAPosition() {
        index.load(List.of(row("f1", 1, 0)), Reach.NONE);
        BoardPosition before = index.position();
        index.changed(row("f2", 2, 1));
        index.changed(row("f1", 3, 2));
        index.changed(row("f2", 4, 3));

        BoardChanges changes = index.since(before).orElseThrow();

        assertThat(told(changes)).containsExactly("f1", "f2");
        assertThat(told(index.since(changes.position()).orElseThrow())).isEmpty();
        assertThat(told(index.since(changes.position(0)).orElseThrow())).containsExactly("f2");
    }

    @Test
    void aPositionHoldsAfterTheStoreWasReadAgain() {
        index.load(List.of(row("f1", 1, 0), row("f2", 2, 1)), Reach.NONE);
        BoardPosition before = index.position();

        index.load(List.of(row("f1", 1, 0), row("f2", 2, 1), row("f3", 3, 2)), Reach.NONE);

        assertThat(told(index.since(before).orElseThrow())).containsExactly("f3");
    }

    @Test
    void aBoardThatIsBehindTheReaderOrElsewhereSaysNothing() {
        index.load(List.of(row("f1", 1, 5)), Reach.NONE);
        BoardPosition before = index.position();
        BoardPosition abroad = new BoardPosition("other", before.reach());

        index.load(List.of(row("f1", 1, 4)), Reach.NONE);

        assertThat(index.since(before)).isEmpty();
        assertThat(index.since(abroad)).isEmpty();
        index.changed(row("f1", 2, 5));
        assertThat(told(index.since(before).orElseThrow()))
                .as("the same as before")
                .isEmpty();
    }

    @Test
    void whatIsForgottenWasReadAllTheSame() {
        BoardRow gone = row("f1", 1, 7);
        index.load(List.of(gone, row("f2", 2, 3)), Reach.NONE);
        BoardPosition before = index.position();
        int generation = index.generation();

        index.removed(List.of(gone));
        assertThat(index.generation()).isNotEqualTo(generation);
        index.load(List.of(row("f2", 2, 3)), Reach.NONE.towards(Reach.NONE, "app", 0, 7));

        assertThat(told(index.since(before).orElseThrow())).isEmpty();
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void aReaderOfAnEmptyBoardBeginsAnewOnceTheStoreIsRead() {
        int generation = index.generation();

        index.load(List.of(row("f1", 1, 0)), Reach.NONE);
        assertThat(index.generation()).isNotEqualTo(generation);
        generation = index.generation();
        index.load(List.of(row("f1", 1, 0)), Reach.NONE);

        assertThat(index.generation()).isEqualTo(generation);
    }

    @Test
    void topicsAddUp() {
        index.load(List.of(row("f1", 1, 0), row("f2", 9, 1), row("f3", 3, 2)), Reach.NONE);

        TopicSummary app = index.topics().get(0);
        assertThat(app.topic()).isEqualTo("app");
        assertThat(app.incidents()).isEqualTo(3);
        assertThat(app.count()).isEqualTo(3);
        assertThat(app.latest().fingerprint()).isEqualTo("f2");

        index.removed(List.of(row("f2", 9, 1)));
        assertThat(index.topics().get(0).latest().fingerprint()).isEqualTo("f3");
        assertThat(index.topics().get(0).count()).isEqualTo(2);
    }

    @Test
    void incidentsAreCountedByStateAsTheyComeChangeAndGo() {
        index.load(List.of(row("f1", 1, 0), row("f2", 2, 1), row("f3", 3, 2)), Reach.NONE);
        assertThat(states()).containsOnly(Map.entry(IncidentState.NEW, 3));

        BoardRow old = row("f2", 4, 3);
        index.changed(new BoardRow(old.shown().in(IncidentState.APPLIED), old.changedAt(), old.marks()));
        assertThat(states()).containsOnly(Map.entry(IncidentState.NEW, 2), Map.entry(IncidentState.APPLIED, 1));

        index.removed(List.of(row("f1", 1, 0), row("f3", 3, 2)));
        assertThat(states()).containsOnly(Map.entry(IncidentState.APPLIED, 1));
    }

    private Map<IncidentState, Integer> states() {
        return index.topics().get(0).states();
    }

    @Test
    void whoSpeaksForATopicIsFoundAgainWhenItsOwnNewsGrowOlder() {
        index.load(List.of(row("f1", 5, 0), row("f2", 9, 1)), Reach.NONE);
        assertThat(index.topics().get(0).latest().fingerprint()).isEqualTo("f2");

        index.changed(row("f2", 1, 2));
        assertThat(index.topics().get(0).latest().fingerprint()).isEqualTo("f1");
        index.changed(row("f1", 6, 3));

        assertThat(index.topics().get(0).latest().lastSeen()).isEqualTo(7);
    }

    @Test
    void positionsOfManyChangesAreFoundWithoutALookAtEveryRow() {
        index.load(IntStream.range(0, 50_000).mapToObj(i -> row("f" + i, i, i)).toList(), Reach.NONE);
        BoardPosition[] positions = new BoardPosition[3_000];
        for (int i = 0; i < positions.length; i++) {
            index.changed(row("f" + i, 60_000 + i, 50_000 + i));
            positions[i] = index.position();
        }

        assertThat(told(index.since(positions[2_990]).orElseThrow())).hasSize(9);
        assertThat(told(index.since(positions[10]).orElseThrow()))
                .as("too long ago to be remembered, and right all the same")
                .hasSize(2_989);
    }

    @Test
    void positionsSurviveTheirTextAndForeignTextsAreNone() {
        Reach reach = Reach.NONE
                .towards(Reach.NONE, "app", Source.RESULTS.number(12), 5_000_000_000L)
                .towards(Reach.NONE, "app", Source.CONTEXTS.number(0), 0)
                .towards(Reach.NONE, "web", Source.MEMORY.number(2), 127);
        BoardPosition position = new BoardPosition("lkc-1_2", reach);

        assertThat(position.text()).matches("[A-Za-z0-9_.-]+");
        assertThat(BoardPosition.parse(position.text())).contains(position);
        for (String foreign : List.of("", ".", "-1", "x", "x.!", "x.AAA", "x.//", "ab12-7", "x." + "A".repeat(7_000))) {
            assertThat(BoardPosition.parse(foreign)).as(foreign).isEmpty();
        }
        assertThat(new BoardPosition("", reach).text()).isEmpty();
    }

    private static List<String> told(BoardChanges changes) {
        return IntStream.range(0, changes.size())
                .mapToObj(i -> changes.row(i).fingerprint())
                .toList();
    }

    /** As it is after the record at this offset of the only partition. */
    private static BoardRow row(String fingerprint, double at, long offset) {
        Incident incident = IncidentFold.withContext(
                Incident.unseen("app", fingerprint), IncidentSamples.context("app", fingerprint, "c" + at, 1, at), at);
        return new BoardRow(IncidentRow.of(incident), at, Marks.at(0, offset));
    }
}
