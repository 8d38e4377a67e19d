package dev.tracemend.agent.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Breaks the replies of the corpus at random and plans them: whatever comes in, a plan comes out. */
final class ReplyMutations {
    private static final List<String> PIECES = List.of(
            "<<<<<<< SEARCH",
            "=======",
            ">>>>>>> REPLACE",
            "```",
            "```diff",
            "*** Begin Patch",
            "*** End Patch",
            "...",
            "*** Update File: a.txt",
            "*** Add File: ../x",
            "@@ -1,2 +3,4 @@",
            "@@",
            "--- a/a.txt",
            "+++ b/a.txt",
            "+",
            "-",
            " ",
            "",
            "diff --git a/x b/x",
            "rename from a.txt",
            "rename to a.txt",
            "{\"path\":\"a.txt\",",
            "\"old_str\":\"x\",\"new_str\":\"y\"}",
            "\\ No newline at end of file",
            "\u0000\uD800",
            "// ... existing code ...",
            "@@ -99999999999999999999,1 +1 @@",
            "deleted file mode 100644",
            "*** End of File",
            "[[[[{{{{");

    private final Random random;
    private final List<EditCase> cases = new ArrayList<>();
    private final EditEngine engine = new EditEngine();

    ReplyMutations(long seed) {
        random = new Random(seed);
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/edits"))) {
            files.filter(file -> file.toString().endsWith(".case"))
                    .sorted()
                    .map(EditCase::read)
                    .forEach(cases::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plans this many broken replies and checks what holds for every plan. */
    void plan(int count) {
        int placed = 0;
        for (int i = 0; i < count; i++) {
            EditCase edit = cases.get(random.nextInt(cases.size()));
            String reply = broken(edit.reply());
            EditOptions options = new EditOptions(
                    EditFormat.values()[random.nextInt(3) == 0 ? random.nextInt(EditFormat.values().length) : 0],
                    new EditScope(List.of()),
                    random.nextInt(8) == 0,
                    random.nextInt(4) == 0);
            EditPlan plan;
            try {
                plan = engine.plan(reply, edit, options);
            } catch (RuntimeException e) {
                String shown = reply.replaceAll("[^\\x20-\\x7e\n]", "?");
                throw new AssertionError(e + " at " + List.of(e.getStackTrace()).subList(0, 5) + " by\n" + shown, e);
            }
            assertThat(plan.failures().isEmpty()
                            || options.partial()
                            || plan.changes().isEmpty())
                    .as("reply %s", i)
                    .isTrue();
            assertThat(plan.feedback().length()).isLessThan(7_000);
            assertThat(plan.changes())
                    .allSatisfy(change ->
                            assertThat(options.scope().objection(change.path())).isEmpty());
            placed += plan.complete() ? 1 : 0;
        }
        assertThat(placed).as("some replies survive").isGreaterThan(count / 20);
    }

    private String broken(String reply) {
        List<String> lines = new ArrayList<>(List.of(reply.split("\n", -1)));
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(9)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> lines.set(at, line.substring(random.nextInt(line.length() + 1)));
                case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                case 4 -> lines.add(at, PIECES.get(random.nextInt(PIECES.size())));
                case 5 -> lines.set(at, PIECES.get(random.nextInt(PIECES.size())));
                case 6 -> lines.set(at, " ".repeat(random.nextInt(4)) + line + "\t");
                case 7 -> lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
                default -> lines.set(at, line.replace('"', '\u201c').replace(' ', (char) random.nextInt(0x10000)));
            }
            if (lines.isEmpty()) {
                lines.add("");
            }
        }
        String text = String.join("\n", lines);
        return random.nextInt(20) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }
}
