package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhraseBookTest {
    @Test
    void everyPhraseIsFoundWhereItStands() {
        for (int number = 0; PhraseBook.has(number); number++) {
            String phrase = PhraseBook.phrase(number);
            assertThat(phrase)
                    .as("small, on one line")
                    .isEqualTo(phrase.toLowerCase(Locale.ROOT))
                    .doesNotContain("\n", "\\");
            List<Integer> found = new ArrayList<>();
            PhraseBook.scan().scan("it says " + phrase, 0, phrase.length() + 8, (n, from, end) -> found.add(n));
            assertThat(found).as(phrase).contains(number);
        }
    }
}
