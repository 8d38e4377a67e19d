package dev.tracemend.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader that is cut off anywhere, of a board that is stopped, started, and made anew from the topics in another order:
 * nothing is lost and nothing is told twice.
 */
class FeedPositionsTest {
    private static final int RECORDS = 1_000;

    /** A record of a source; it belongs to one cause. */
    private record Sent(String topic, int source, long offset, String cause) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aThousandCausesAreToldOnceEach(long seed) {
        Play play = new Play(seed, RECORDS);

        play.run();

        assertThat(play.told)
                .hasSize(RECORDS)
                .allSatisfy((cause, counts) -> assertThat(counts).as(cause).containsExactly(1L));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aThousandRecordsOfFiftyCausesEndAtTheTruthAndNoStateIsToldTwice(long seed) {
        Play play = new Play(seed, 50);

        play.run();

        Map<String, Long> truth = new HashMap<>();
        play.records.values().forEach(all -> all.forEach(sent -> truth.merge(sent.cause(), 1L, Long::sum)));
        assertThat(play.told.keySet()).isEqualTo(truth.keySet());
        play.told.forEach((cause, counts) -> {
            assertThat(counts).as(cause).isSorted().doesNotHaveDuplicates();
            assertThat(counts.get(counts.size() - 1)).as(cause).isEqualTo(truth.get(cause));
        });
    }

    /** One broker, one board at a time, one reader. */
    private static final class Play {
        private final Random random;
        private final Map<String, List<Sent>> records = new TreeMap<>();
        private final Map<String, List<Long>> told = new HashMap<>();
        private final Map<String, Integer> read = new HashMap<>();
        private final Map<String, BoardRow> stored = new HashMap<>();
        private int written;
        private BoardIndex board = new BoardIndex();
        private String position;
        private double clock;

        Play(long seed, int causes) {
            random = new Random(seed);
            board.at("here");
            board.load(List.of(), Reach.NONE);
            position = board.position().text();
            this.causes = causes;
        }

        private final int causes;

        void run() {
            while (written < RECORDS) {
                act();
            }
            while (fold()) {
                clock++;
            }
            read(Integer.MAX_VALUE);
        }

        private void act() {
            switch (random.nextInt(40)) {
                case 0 -> restart();
                case 1 -> anew();
                case 2, 3, 4, 5, 6, 7 -> read(random.nextInt(20));
                case 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 -> write();
                default -> fold();
            }
        }

        private void write() {
            int source = random.nextInt(9);
            String topic = random.nextInt(3) == 0 ? "web" : "app";
            List<Sent> partition = records.computeIfAbsent(topic + source, key -> new ArrayList<>());
            String cause = "f" + (causes == RECORDS ? written : random.nextInt(causes)) + topic;
            written++;
            partition.add(new Sent(topic, source, partition.size(), cause));
        }

        /** The next record of a partition that is chosen by chance; whether there was one. */
        private boolean fold() {
            List<String> waiting = records.keySet().stream()
                    .filter(key -> read.getOrDefault(key, 0) < records.get(key).size())
                    .toList();
            if (waiting.isEmpty()) {
                return false;
            }
            String key = waiting.get(random.nextInt(waiting.size()));
            Sent sent = records.get(key).get(read.merge(key, 1, Integer::sum) - 1);
            BoardRow old = stored.get(sent.cause());
            Marks marks = (old == null ? Marks.NONE : old.marks()).join(Marks.at(sent.source(), sent.offset()));
            BoardRow row = new BoardRow(row(sent, old == null ? 1 : old.shown().count() + 1), clock++, marks);
            stored.put(sent.cause(), row);
            board.changed(row);
            return true;
        }

        private static IncidentRow row(Sent sent, long count) {
            return new IncidentRow(
                    sent.topic(),
                    sent.cause(),
                    "",
                    "",
                    "",
                    IncidentState.NEW,
                    count,
                    1,
                    0,
                    1,
                    1,
                    "",
                    "",
                    0,
                    0,
                    0,
                    0,
                    Trend.NONE,
                    0);
        }

        /** The board's state lies on its disk. */
        private void restart() {
            List<BoardRow> rows = new ArrayList<>(stored.values());
            Collections.shuffle(rows, random);
            board = new BoardIndex();
            board.at("here");
            board.load(rows, Reach.NONE);
        }

        /** The disk is deleted: the topics are read from their beginning. */
        private void anew() {
            read.clear();
            stored.clear();
            restart();
        }

        /** Connects with what it got last, and is cut off after so many events. */
        private void read(int most) {
            Optional<BoardChanges> news =
                    board.since(BoardPosition.parse(position).orElseThrow());
            if (news.isEmpty()) {
                return;
            }
            for (int i = 0; i < Math.min(most, news.get().size()); i++) {
                IncidentRow row = news.get().row(i);
                told.computeIfAbsent(row.fingerprint(), key -> new ArrayList<>())
                        .add(row.count());
                position = news.get().position(i).text();
            }
        }
    }
}
