package dev.tracemend.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.model.HeuristicModel;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Models;
import dev.tracemend.agent.model.RecordingModel;
import dev.tracemend.agent.predict.Episode.Stopped;
import dev.tracemend.agent.predict.Run;
import dev.tracemend.examples.ClassifyLines.Urgency;
import dev.tracemend.examples.FixIncident.Edit;
import dev.tracemend.examples.FixIncident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the recordings of the examples again. After a change of prompts, {@code mvn -pl examples/programs -am test
 * -Drecord=true} writes them anew, with the replies that stand here.
 */
class RecordedProgramsTest {
    private static final Path RECORDINGS = Path.of("recordings");

    @TempDir
    private Path checkout;

    @Test
    void linesAreClassified() throws Exception {
        List<String> lines = List.of("INFO 0 errors, failed=0", "ERROR OutOfMemoryError: Java heap space");
        var results = play(
                "classify-lines.jsonl",
                List.of(
                        "[[ ## urgency ## ]]\nIGNORE\n\n[[ ## why ## ]]\nIt counts no errors.\n\n[[ ## completed ## ]]",
                        "[[ ## urgency ## ]]\nNOW\n\n[[ ## why ## ]]\nThe service has no memory left.\n\n[[ ## completed ## ]]"),
                model -> List.of(
                        ClassifyLines.classify(lines.subList(0, 1), model).get(0),
                        ClassifyLines.classify(lines.subList(1, 2), model).get(0)));
        assertThat(results)
                .extracting(result -> result.output().orElseThrow().urgency())
                .containsExactly(Urgency.IGNORE, Urgency.NOW);
    }

    @Test
    void aTraceIsSummarisedWithTheHelpOfItsSource() throws Exception {
        Files.writeString(checkout.resolve("Cart.java"), "class Cart {\n  int total() { return items.size(); }\n}\n");
        var episode = play(
                "summarise-trace.jsonl",
                List.of(
                        "<tool_call>\n<name>read</name>\n<input>{\"path\": \"Cart.java\"}</input>\n</tool_call>",
                        "<tool_call>\n<name>submit</name>\n<input>{\"whatFailed\": \"The cart's total could not be taken.\","
                                + " \"why\": \"items is null.\", \"where\": \"Cart.java:2\"}</input>\n</tool_call>"),
                model -> SummariseTrace.summarise(
                        "java.lang.NullPointerException\n\tat shop.Cart.total(Cart.java:2)", checkout, model));
        assertThat(episode.stopped()).isEqualTo(Stopped.SUBMITTED);
        assertThat(episode.value().where()).isEqualTo("Cart.java:2");
    }

    @Test
    void anIncidentIsPlannedAndWorded() throws Exception {
        Edit edit = play("fix-incident.jsonl", List.of("""
                        [[ ## reasoning ## ]]
                        The list is never made.

                        [[ ## rootCause ## ]]
                        items is not initialised.

                        [[ ## steps ## ]]
                        ["initialise items"]

                        [[ ## risk ## ]]
                        LOW

                        [[ ## testCommand ## ]]


                        [[ ## completed ## ]]""", """
                        [[ ## summary ## ]]
                        items starts as an empty list

                        [[ ## blocks ## ]]
                        Cart.java
                        <<<<<<< SEARCH
                          List<Item> items;
                        =======
                          List<Item> items = new ArrayList<>();
                        >>>>>>> REPLACE

                        [[ ## completed ## ]]"""), model -> new FixIncident()
                .call(
                        new Incident(List.of("NullPointerException at Cart.java:2"), "  List<Item> items;"),
                        Run.on(model)));
        assertThat(edit.summary()).isEqualTo("items starts as an empty list");
        assertThat(edit.blocks()).contains("new ArrayList<>()");
        assertThat(new FixIncident().predictors()).containsExactly("plan.predict", "edit");
    }

    private interface Example<T> {
        T on(LanguageModel model) throws Exception;
    }

    private static <T> T play(String file, List<String> replies, Example<T> example) throws Exception {
        if (Boolean.getBoolean("record")) {
            record(file, replies, example);
        }
        return example.on(Models.replay(RECORDINGS.resolve(file)));
    }

    private static <T> void record(String file, List<String> replies, Example<T> example) throws Exception {
        List<String> left = new ArrayList<>(replies);
        List<String> lines = new CopyOnWriteArrayList<>();
        example.on(new RecordingModel(
                new HeuristicModel(List.of(request -> left.isEmpty() ? Optional.empty() : Optional.of(left.remove(0)))),
                lines::add));
        write(RECORDINGS.resolve(file), lines);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
