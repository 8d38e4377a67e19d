package dev.tracemend.cli;

import dev.tracemend.cli.desk.ApprovalDesk;
import dev.tracemend.cli.desk.HarmlessText;
import dev.tracemend.cli.desk.Question;
import dev.tracemend.contracts.ApprovalRequest;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What waits for a person's word, and that word. */
@Command(
        name = "approvals",
        description = "Lists what waits for a person, and decides it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show | approve | reject | retry | stop)")
final class ApprovalsCommand implements Runnable {
    private static final int LONGEST_REASON = 2_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A line of the listing. */
    record QuestionLine(
            String id,
            String state,
            String topic,
            String fingerprint,
            String subject,
            String risk,
            boolean verified,
            List<String> files,
            double ts,
            double expiresAt,
            String by,
            String comment) {
        static QuestionLine of(Question question) {
            ApprovalRequest asked = question.request();
            return new QuestionLine(
                    asked.id(),
                    question.state(now()),
                    asked.topic(),
                    asked.fingerprint(),
                    asked.subject(),
                    asked.risk(),
                    asked.verified(),
                    asked.files(),
                    asked.ts(),
                    asked.expiresAt(),
                    question.answer().map(ApprovalResponse::by).orElse(""),
                    question.answer().map(ApprovalResponse::comment).orElse(""));
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: approvals list, show, approve, reject, retry or stop");
    }

    @Command(
            name = "list",
            description = "Lists the questions, oldest first; decided ones only with --all.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap,
            @Option(names = "--all", description = "those that are decided or lapsed, too") boolean all,
            @Option(names = "--json", description = "one JSON object a line") boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        for (Question question : questions(bootstrap)) {
            QuestionLine line = QuestionLine.of(question);
            if (all || line.state().equals("open")) {
                out.println(json ? JsonLines.one(line) : text(line));
            }
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    @Command(name = "show", description = "Shows one question with its change.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "as list shows it") String id,
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap,
            @Option(names = "--json", description = "the question as JSON") boolean json) {
        Question question = find(bootstrap, id).orElseThrow(() -> unknown(id));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLines.one(question.request()));
        } else {
            QuestionLine line = QuestionLine.of(question);
            out.println(text(line));
            out.println(line.verified() ? "proved" : "not proved");
            if (!line.risk().isBlank()) {
                out.println("why it needs a person: " + HarmlessText.line(line.risk(), 500));
            }
            if (!line.by().isBlank()) {
                out.println(line.state() + " by " + HarmlessText.line(line.by(), 100) + ": "
                        + HarmlessText.line(line.comment(), 500));
            }
            out.println(
                    "\n" + HarmlessText.block(question.request().diffOrArgs()).stripTrailing());
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    @Command(name = "approve", description = "Says yes: the change is delivered.", mixinStandardHelpOptions = true)
    int approve(
            @Parameters(paramLabel = "ID", description = "as list shows it") String id,
            @Option(names = "--reason", description = "for the record") @Nullable String reason,
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap) {
        return decide(bootstrap, id, Decision.APPROVE, reason);
    }

    @Command(
            name = "reject",
            description = "Says no: it is not proposed again unless the code changes there.",
            mixinStandardHelpOptions = true)
    int reject(
            @Parameters(paramLabel = "ID", description = "as list shows it") String id,
            @Option(names = "--reason", required = true, description = "what is wrong with it") String reason,
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap) {
        return decide(bootstrap, id, Decision.REJECT, reason);
    }

    @Command(name = "retry", description = "Asks for another attempt at the cause.", mixinStandardHelpOptions = true)
    int retry(
            @Parameters(paramLabel = "ID", description = "of a question, or of any result of the cause") String id,
            @Option(names = "--reason", description = "what to keep in mind") @Nullable String reason,
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap) {
        return decide(bootstrap, id, Decision.RETRY, reason);
    }

    @Command(
            name = "stop",
            description = "Ends all work on the cause, whatever changes.",
            mixinStandardHelpOptions = true)
    int stop(
            @Parameters(paramLabel = "ID", description = "of a question, or of any result of the cause") String id,
            @Option(names = "--reason", description = "for the record") @Nullable String reason,
            @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
                    String bootstrap) {
        return decide(bootstrap, id, Decision.STOP, reason);
    }

    private int decide(String bootstrap, String id, Decision decision, @Nullable String said) {
        String reason = said == null ? "" : said.strip();
        if (decision == Decision.REJECT && reason.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "--reason must say what is wrong with it");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new CommandFailure(ExitCode.USAGE, "--reason may have " + LONGEST_REASON + " characters");
        }
        if (decision == Decision.APPROVE || decision == Decision.REJECT) {
            String state = find(bootstrap, id).orElseThrow(() -> unknown(id)).state(now());
            if (!state.equals("open")) {
                throw CommandFailure.failed(id + " waits for nobody: " + state);
            }
        }
        String by = System.getProperty("user.name", "somebody");
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            kafka.shared(List.of(Topics.APPROVAL_RESPONSES));
            kafka.publish(
                    Topics.APPROVAL_RESPONSES,
                    id,
                    Wire.write(new ApprovalResponse(1, id, decision, by, reason, now())));
        }
        spec.commandLine().getErr().println(decision.word() + " is on its way to the worker");
        return ExitCode.DONE.code();
    }

    private static Optional<Question> find(String bootstrap, String id) {
        return questions(bootstrap).stream()
                .filter(one -> one.request().id().equals(id))
                .findFirst();
    }

    private static List<Question> questions(String bootstrap) {
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            kafka.shared(List.of(Topics.APPROVAL_REQUESTS, Topics.APPROVAL_RESPONSES));
        }
        try (ApprovalDesk desk = new ApprovalDesk(bootstrap)) {
            return desk.questions();
        }
    }

    private static double now() {
        return Instant.now().toEpochMilli() / 1_000.0;
    }

    private static CommandFailure unknown(String id) {
        return CommandFailure.failed("there is no question " + id + "; `tracemend approvals list --all` lists them");
    }

    private static String text(QuestionLine line) {
        String risk = line.risk().isBlank() ? "" : " [" + HarmlessText.line(line.risk(), 80) + "]";
        return String.format(
                Locale.ROOT,
                "%-8s %s  %s: %s%s",
                line.state(),
                HarmlessText.line(line.id(), 80),
                HarmlessText.line(line.topic(), 64),
                HarmlessText.line(line.subject(), 120),
                risk);
    }
}
