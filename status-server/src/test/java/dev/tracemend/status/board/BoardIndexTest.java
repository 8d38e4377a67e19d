package dev.tracemend.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.status.IncidentSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardIndexTest {
    private final BoardIndex index = new BoardIndex();

    @Test
    void tellsOnlyWhatChangedSinceAPosition() {
        index.load(List.of(incident("f1", 1)));
        BoardPosition before = index.position();
        index.changed(incident("f2", 2));
        index.changed(incident("f1", 3));
        index.changed(incident("f2", 4));

        BoardChanges changes = index.since(before);

        assertThat(changes.anew()).isFalse();
        assertThat(changes.rows()).extracting(IncidentRow::fingerprint).containsExactly("f1", "f2");
        assertThat(index.since(changes.position()).rows()).isEmpty();
    }

    @Test
    void aPositionOfAnotherLifeYieldsEverything() {
        index.load(List.of(incident("f1", 1)));
        BoardPosition before = index.position();
        index.load(List.of(incident("f1", 1), incident("f2", 2)));

        assertThat(index.since(before).anew()).isTrue();
        assertThat(index.since(before).rows()).hasSize(2);
        assertThat(index.since(BoardPosition.NONE).anew()).isTrue();
        assertThat(index.since(new BoardPosition(index.position().era(), 99)).anew())
                .as("a position ahead of us is not ours")
                .isTrue();
    }

    @Test
    void whatIsGoneMakesReadersBeginAnew() {
        index.load(List.of(incident("f1", 1), incident("f2", 2)));
        BoardPosition before = index.position();

        index.removed("app|f1");

        assertThat(index.since(before).anew()).isTrue();
        assertThat(index.newestFirst()).extracting(IncidentRow::fingerprint).containsExactly("f2");
    }

    @Test
    void listsLastSeenFirst() {
        index.load(List.of(incident("f1", 1), incident("f3", 3), incident("f2", 2)));

        assertThat(index.newestFirst()).extracting(IncidentRow::fingerprint).containsExactly("f3", "f2", "f1");
    }

    @Test
    void positionsSurviveTheirText() {
        BoardPosition position = new BoardPosition("ab12", 7);

        assertThat(BoardPosition.parse(position.text())).isEqualTo(position);
        for (String foreign : List.of("", "-", "-1", "x", "x-", "x-y", "x-99999999999999999999", "a-b-c")) {
            assertThat(BoardPosition.parse(foreign)).isEqualTo(BoardPosition.NONE);
        }
    }

    private static Incident incident(String fingerprint, double at) {
        return IncidentFold.withContext(
                Incident.unseen("app", fingerprint), IncidentSamples.context("app", fingerprint, "c" + at, 1, at), at);
    }
}
