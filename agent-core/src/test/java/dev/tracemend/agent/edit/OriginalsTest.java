package dev.tracemend.agent.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginalsTest {
    private static final List<TextEdit> EDITS = List.of(
            new TextEdit("a.py", 0, 1, "x"), new TextEdit("a.py", 4, 5, "y"), new TextEdit("new.py", 0, 0, "z"));

    @Test
    void editsFitTheTextTheyWereMadeForAndNoOther() {
        Originals originals = Originals.of(EDITS, path -> Optional.of("pass\n").filter(text -> path.equals("a.py")));
        assertThat(originals.hashes()).containsOnlyKeys("a.py");
        assertThat(originals.fit("a.py", "pass\n")).isTrue();
        assertThat(originals.fit("a.py", "pass \n")).isFalse();
        assertThat(originals.fit("new.py", "anything")).isTrue();
    }

    @Test
    void whatNobodyToldFitsAny() {
        assertThat(Originals.UNTOLD.fit("a.py", "pass\n")).isTrue();
    }

    @Test
    void hashesAreThoseOfEveryOtherTool() {
        assertThat(Originals.hash("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
