package dev.tracemend.agent.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyParserTest {
    private static final String CART = "src/main/java/shop/Cart.java";

    @Test
    void readsABlockWithItsNameAboveTheFence() {
        ParsedReply reply = parse("""
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

        assertThat(reply.failures()).isEmpty();
        assertThat(reply.blocks())
                .containsExactly(new SearchReplaceBlock(
                        CART,
                        List.of("    for (int i = 0; i <= n; i++) {"),
                        List.of("    for (int i = 0; i < n; i++) {"),
                        5));
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
        ParsedReply reply = parse(CART
                + "\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n\nand then:\n"
                + "<<<<<<< SEARCH\nc\n=======\n>>>>>>> REPLACE\n");

        assertThat(reply.blocks()).extracting(SearchReplaceBlock::path).containsExactly(CART, CART);
        assertThat(reply.blocks().get(1).replace()).isEmpty();
    }

    @Test
    void markersMayHaveFiveToNineSignsAndWindowsLineEnds() {
        ParsedReply reply = parse(CART + "\r\n<<<<< SEARCH\r\na\r\n=========\r\nb\r\n>>>>>> REPLACE\r\n");

        assertThat(reply.blocks()).singleElement().satisfies(block -> {
            assertThat(block.search()).containsExactly("a");
            assertThat(block.replace()).containsExactly("b");
        });
    }

    @Test
    void saysWhatIsWrongWithABrokenBlockAndReadsTheNext() {
        String good = CART + "\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n";

        assertThat(parse("<<<<<<< SEARCH\na\n>>>>>>> REPLACE\n" + good))
                .satisfies(reply -> assertThat(reply.blocks()).hasSize(1))
                .satisfies(reply -> assertThat(reply.failures().get(0).message())
                        .contains("expected =======")
                        .contains("line 1"));
        assertThat(parse("<<<<<<< SEARCH\na\n=======\nb\n").failures().get(0).message())
                .contains("ended before >>>>>>> REPLACE");
        assertThat(parse("<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n")
                        .failures()
                        .get(0)
                        .message())
                .contains("no file is named");
    }

    @Test
    void aReplyWithoutBlocksIsEmpty() {
        assertThat(parse("I do not know.")).isEqualTo(new ParsedReply(List.of(), List.of()));
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
            ParsedReply reply = parse(text.toString());
            assertThat(reply.blocks())
                    .allSatisfy(block -> assertThat(block.path()).isNotEmpty());
        }
    }

    private static String onlyPath(String text) {
        ParsedReply reply = parse(text);
        assertThat(reply.failures()).isEmpty();
        assertThat(reply.blocks()).hasSize(1);
        return reply.blocks().get(0).path();
    }

    private static ParsedReply parse(String text) {
        return new ReplyParser(List.of(CART, "src/main/java/shop/Order.java")).parse(text);
    }
}
