package dev.tracemend.agent.edit.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.format.ReplyEdit.Replace;
import dev.tracemend.agent.edit.format.ReplyEdit.Unreadable;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {
    private static final String CART = "src/main/java/shop/Cart.java";

    @Test
    void readsABlockWithItsNameAboveTheFence() {
        List<ReplyEdit> reply = parse("""
                The index runs one too far.

                src/main/java/shop/Cart.java
                ```java
                <<<<<<< SEARCH
                    for (int i = 0; i <= n; i++) {
                =======
                    for (int i = 0; i < n; i++) {
                >>>>>>> REPLACE
                ```
                That is all.
                """);

        assertThat(reply)
                .containsExactly(new Replace(
                        CART,
                        5,
                        List.of("    for (int i = 0; i <= n; i++) {"),
                        List.of("    for (int i = 0; i < n; i++) {"),
                        Hints.NONE));
    }

    @Test
    void readsTheNameInsideTheFenceOnTheFenceOrInMarkdown() {
        String block = "\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n";

        assertThat(onlyPath("```java\n" + CART + block)).isEqualTo(CART);
        assertThat(onlyPath("```" + CART + block)).isEqualTo(CART);
        assertThat(onlyPath("```java " + CART + block)).isEqualTo(CART);
        assertThat(onlyPath("### `" + CART + "`:\n```java" + block)).isEqualTo(CART);
        assertThat(onlyPath("**" + CART + "**" + block)).isEqualTo(CART);
        assertThat(onlyPath("File: ./" + CART + "\n\n```" + block)).isEqualTo(CART);
        assertThat(onlyPath("In `Cart.java` I change:\n```" + block)).isEqualTo(CART);
        assertThat(onlyPath("src/main/java/Shop/Cart.java\n```" + block)).isEqualTo(CART);
        assertThat(onlyPath("src/Other.java" + block)).isEqualTo("src/Other.java");
    }

    @Test
    void aBlockWithoutANameBelongsToTheFileBefore() {
        List<ReplyEdit> reply = parse(CART
                + "\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n\nand then:\n"
                + "<<<<<<< SEARCH\nc\n=======\n>>>>>>> REPLACE\n");

        assertThat(reply).extracting(ReplyEdit::path).containsExactly(CART, CART);
        assertThat(((Replace) reply.get(1)).replace()).isEmpty();
    }

    @Test
    void markersMayHaveFiveToNineSignsAndWindowsLineEnds() {
        List<ReplyEdit> reply = parse(CART + "\r\n<<<<< SEARCH\r\na\r\n=========\r\nb\r\n>>>>>> REPLACE\r\n");

        assertThat(reply).containsExactly(new Replace(CART, 2, List.of("a"), List.of("b"), Hints.NONE));
    }

    @Test
    void saysWhatIsWrongWithABrokenBlockAndReadsTheNext() {
        String good = CART + "\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n";

        List<ReplyEdit> reply = parse("<<<<<<< SEARCH\na\n>>>>>>> REPLACE\n" + good);
        assertThat(reply).hasSize(2);
        assertThat(reply.get(0)).isEqualTo(new Unreadable("", 1, "expected ======= before >>>>>>> REPLACE"));
        assertThat(reply.get(1)).isInstanceOf(Replace.class);
        assertThat(why("<<<<<<< SEARCH\na\n=======\nb\n")).contains("ended before >>>>>>> REPLACE");
        assertThat(why("<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n")).contains("no file is named");
    }

    @Test
    void aReplyWithoutBlocksIsEmpty() {
        assertThat(parse("I do not know.")).isEmpty();
    }

    @Test
    void neverThrowsWhateverTheText() {
        Random random = new Random(20261121);
        List<String> pieces = List.of(
                "<<<<<<< SEARCH",
                "=======",
                ">>>>>>> REPLACE",
                "```java",
                "```",
                CART,
                "",
                "  x = 1;",
                "\r",
                "`a`:",
                "<<<<<<<SEARCH>",
                "\u0000\uD800",
                "....",
                "*** #",
                "=====",
                "~~~ a.b");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(5) == 0 ? " " : "\n");
            }
            List<ReplyEdit> reply = parse(text.toString());
            assertThat(reply).allSatisfy(edit -> assertThat(
                            edit instanceof Unreadable || !edit.path().isEmpty())
                    .isTrue());
        }
    }

    private static String why(String text) {
        return ((Unreadable) parse(text).get(0)).why();
    }

    private static String onlyPath(String text) {
        List<ReplyEdit> reply = parse(text);
        assertThat(reply).singleElement().isInstanceOf(Replace.class);
        return reply.get(0).path();
    }

    private static List<ReplyEdit> parse(String text) {
        List<String> known = List.of(CART, "src/main/java/shop/Order.java");
        return new ReplyReader(EnumSet.allOf(ReplyForm.class), known, known::contains).read(text);
    }
}
