package dev.tracemend.cli;

import dev.tracemend.cli.desk.HarmlessText;
import dev.tracemend.cli.desk.Letter;
import dev.tracemend.cli.desk.LetterBox;
import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Dead letters: records that could not be processed, with the reason; each can be published again once. */
@Command(
        name = "dlq",
        description = "Lists the records that could not be processed, and publishes them again.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show | replay)")
final class DlqCommand implements Runnable {
    private static final int LONGEST_REASON = 90;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A line of the listing. */
    record LetterLine(
            String id,
            String at,
            String topic,
            int partition,
            long offset,
            int attempts,
            boolean replayed,
            String reason) {
        static LetterLine of(Letter one) {
            DeadLetter letter = one.letter();
            return new LetterLine(
                    one.id(),
                    Instant.ofEpochMilli((long) (letter.ts() * 1_000)).toString(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.attempts(),
                    one.replayed(),
                    letter.reason());
        }
    }

    /** What became of one letter. */
    record Replayed(String id, boolean replayed, String why) {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: dlq list, dlq show ID or dlq replay ID");
    }

    @Command(
            name = "list",
            description = "Lists the letters, oldest first; replayed ones only with --all.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap,
            @Option(names = "--all", description = "those that were replayed, too") boolean all,
            @Option(names = "--json", description = "one JSON object a line") boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        for (Letter letter : letters(bootstrap)) {
            LetterLine line = LetterLine.of(letter);
            if (all || !letter.replayed()) {
                out.println(json ? JsonLines.one(line) : text(line));
            }
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    @Command(
            name = "show",
            description = "Shows one letter with the record it is about.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "as list shows it") String id,
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap,
            @Option(names = "--json", description = "the letter as JSON, its record in base64") boolean json) {
        Letter letter = letters(bootstrap).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLines.one(letter.letter()));
        } else {
            LetterLine line = LetterLine.of(letter);
            out.println("letter:   " + line.id() + (line.replayed() ? " (replayed)" : ""));
            out.println(
                    "record:   " + HarmlessText.line(line.topic(), 200) + "-" + line.partition() + "@" + line.offset());
            out.println("key:      " + HarmlessText.line(letter.letter().key(), 200));
            out.println("tried:    " + line.attempts() + " times, given up " + line.at());
            out.println("reason:   " + HarmlessText.line(line.reason(), 1_000));
            out.println(
                    "\n" + HarmlessText.block(new String(LetterBox.payload(letter.letter()), StandardCharsets.UTF_8)));
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    @Command(
            name = "replay",
            description = "Publishes the record of a letter to its topic again, once for each letter.",
            mixinStandardHelpOptions = true)
    int replay(
            @Parameters(arity = "0..*", paramLabel = "ID", description = "letters as list shows them") @Nullable
                    List<String> ids,
            @Option(names = "--all", description = "every letter that was not replayed yet") boolean all,
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap,
            @Option(names = "--json", description = "one JSON object a letter") boolean json) {
        List<String> chosen = new ArrayList<>(ids == null ? List.of() : ids);
        if (all == !chosen.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "name the letters to replay, or give --all");
        }
        List<Replayed> ends = new ArrayList<>();
        try (LetterBox box = open(bootstrap)) {
            if (all) {
                box.letters().stream()
                        .filter(one -> !one.replayed())
                        .map(Letter::id)
                        .forEach(chosen::add);
            }
            box.replay(chosen, System.getProperty("user.name", "somebody"), (id, refusal) -> {
                Replayed end = new Replayed(id, refusal.isEmpty(), refusal.orElse(""));
                ends.add(end);
                say(end, json);
            });
        } catch (ProducerFencedException | InvalidProducerEpochException other) {
            throw CommandFailure.failed("another replay has taken over; `tracemend dlq list` shows what is left");
        }
        return ends.stream().allMatch(Replayed::replayed) ? ExitCode.DONE.code() : ExitCode.UNFIXED.code();
    }

    private void say(Replayed end, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json ? JsonLines.one(end) : end.id() + (end.replayed() ? " replayed" : " not replayed: " + end.why()));
        out.flush();
    }

    private static List<Letter> letters(String bootstrap) {
        try (LetterBox box = open(bootstrap)) {
            return box.letters();
        }
    }

    private static LetterBox open(String bootstrap) {
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            kafka.shared(List.of(Topics.ERRORS, Topics.AUDIT));
        }
        return new LetterBox(bootstrap);
    }

    private static CommandFailure unknown(String id) {
        return CommandFailure.failed("there is no letter " + id + "; `tracemend dlq list --all` lists them");
    }

    private static String text(LetterLine line) {
        return String.format(
                Locale.ROOT,
                "%-8s %s  %-28s %s%s",
                line.id(),
                line.at().substring(0, 19),
                HarmlessText.line(line.topic(), 60) + "-" + line.partition() + "@" + line.offset(),
                HarmlessText.line(line.reason(), LONGEST_REASON),
                line.replayed() ? " (replayed)" : "");
    }
}
