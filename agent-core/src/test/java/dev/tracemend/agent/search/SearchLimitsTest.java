package dev.tracemend.agent.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SearchLimitsTest {

    @Test
    void everyDefaultIsPinned() {
        assertThat(SearchLimits.defaults())
                .isEqualTo(new SearchLimits(Duration.ofSeconds(120), 200, Duration.ofSeconds(30), 2500, 12, 3, ""));
    }

    @Test
    void twoTextsDifferInOneEdit() {
        assertThat(TwoEdits.difference("A.java", "a = b + c;", "a = x + d;"))
                .satisfies(edit -> assertThat(new StringBuilder("a = b + c;")
                                .replace(edit.start(), edit.end(), edit.replacement())
                                .toString())
                        .isEqualTo("a = x + d;"));
        assertThat(TwoEdits.difference("A.java", "aa", "aaa").replacement()).isEqualTo("a");
    }
}
