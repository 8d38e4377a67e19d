package dev.tracemend.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cursor promises: parts that do not overlap and leave nothing out, whatever happens between them. */
class ListingOrderTest {
    private final BoardIndex index = new BoardIndex();
    private long offset;

    @Test
    void listsLastSeenFirstOverAllTopicsOrOne() {
        put("web", "f1", 1);
        put("app", "f3", 3);
        put("app", "f2", 2);
        put("app", "f1", 3);

        assertThat(index.page("", 10, RowPlace.Cursor.START).rows())
                .extracting(IncidentRow::fingerprint)
                .containsExactly("f1", "f3", "f2", "f1");
        assertThat(index.page("web", 10, RowPlace.Cursor.START).rows()).hasSize(1);
        assertThat(index.page("none", 10, RowPlace.Cursor.START).total()).isZero();
        RowPage part = index.page("app", 2, RowPlace.Cursor.START);
        assertThat(part.more()).isTrue();
        assertThat(part.total()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatDoesNotChangeIsListedOnceWhateverChangesMeanwhile(long seed) {
        Random random = new Random(seed);
        Set<String> still = new TreeSet<>();
        for (int i = 0; i < 500; i++) {
            put(random.nextBoolean() ? "app" : "web", "still-" + i, random.nextInt(200));
            still.add("still-" + i);
            put("app", "moves-" + i, random.nextInt(200));
        }
        List<String> listed = new ArrayList<>();
        RowPlace.Cursor cursor = RowPlace.Cursor.START;
        boolean more = true;
        while (more) {
            RowPage page = index.page("", 1 + random.nextInt(30), cursor);
            page.rows().forEach(row -> listed.add(row.fingerprint()));
            cursor = RowPlace.Cursor.parse(
                            RowPlace.Cursor.of(page.rows().get(page.rows().size() - 1))
                                    .text())
                    .orElseThrow();
            more = page.more();
            for (int i = 0; i < 10; i++) {
                put("app", "moves-" + random.nextInt(500), random.nextInt(400));
                put("new", "new-" + random.nextInt(), random.nextInt(400));
                index.removed(index.find("app", "moves-" + random.nextInt(500)).stream()
                        .toList());
            }
        }

        assertThat(listed).filteredOn(still::contains).doesNotHaveDuplicates().hasSize(500);
    }

    @Test
    void aCursorSurvivesItsTextAndAnythingElseIsNone() {
        Random random = new Random(42);
        RowPlace.Cursor cursor = new RowPlace.Cursor(1_763_720_130.013, "app", "cart:4_2.x|y");
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
        assertThat(RowPlace.Cursor.parse(cursor.text())).contains(cursor);

        for (String foreign :
                List.of("", "!", "YQ", "a b", "0", "é", base64("7ff8000000000000app|f"), base64("app|f"))) {
            assertThat(RowPlace.Cursor.parse(foreign)).as(foreign).isEmpty();
        }
        for (int i = 0; i < 2_000; i++) {
            byte[] text = cursor.text().getBytes(StandardCharsets.US_ASCII);
            text[random.nextInt(text.length)] = (byte) random.nextInt(128);
            String mutant = new String(text, StandardCharsets.US_ASCII);
            RowPlace.Cursor.parse(mutant)
                    .ifPresent(read -> assertThat(read.text()).isEqualTo(mutant));
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String topic, String fingerprint, double lastSeen) {
        IncidentRow row = new IncidentRow(
                topic,
                fingerprint,
                "",
                "",
                "",
                IncidentState.NEW,
                1,
                1,
                0,
                1,
                lastSeen,
                "",
                "",
                0,
                0,
                0,
                0,
                Trend.NONE,
                0);
        index.changed(new BoardRow(row, offset, Marks.at(0, offset++)));
    }
}
