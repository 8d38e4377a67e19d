package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.EditPlan;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelException;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.repair.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task's conversation with a model: an answer becomes a candidate, a refusal becomes the next turn. It ends after
 * the tries or tokens it may use, or with the first failure of the provider; it never throws. For one thread.
 */
final class ModelDialogue {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDialogue.class);
    private static final double PRIOR = 0.5;
    private static final int LONGEST_RATIONALE = 400;

    private final ModelSource source;
    private final Function<String, EditPlan> planner;
    private final List<Message> turns = new ArrayList<>();
    private ModelUsage usage;
    private String failure = "";

    /** A dialogue whose replies {@code planner} places in the files. */
    ModelDialogue(ModelSource source, String task, Function<String, EditPlan> planner) {
        this.source = source;
        this.planner = planner;
        this.usage = new ModelUsage(source.model().name(), 0, 0, 0);
        turns.add(new Message.Instruction(RepairPrompt.SYSTEM));
        turns.add(new Message.Question(task));
    }

    /** The model's next change that has a place in the files; empty when the conversation is over. */
    Optional<Candidate> next() {
        while (mayAsk()) {
            Optional<ModelReply> reply = ask();
            if (reply.isEmpty()) {
                return Optional.empty();
            }
            turns.add(reply.get().asMessage());
            EditPlan plan = planner.apply(reply.get().text());
            if (plan.complete() && inPlace(plan)) {
                return Optional.of(new Candidate(
                        plan.edits(),
                        "model",
                        PRIOR,
                        false,
                        rationale(reply.get().text())));
            }
            refuse(feedback(plan));
        }
        return Optional.empty();
    }

    /** Tells the model why its last change was refused. */
    void refuse(String feedback) {
        turns.add(new Message.Question(RepairPrompt.refused(feedback)));
    }

    /** What was used so far. */
    ModelUsage usage() {
        return usage;
    }

    /** Why the provider gave no answer; empty where it always did. */
    String failure() {
        return failure;
    }

    /** Whether tries and tokens are left and the provider answers. */
    boolean mayAsk() {
        return failure.isEmpty()
                && usage.calls() < source.maxTries()
                && usage.tokensIn() + usage.tokensOut() < source.tokenBudget();
    }

    private Optional<ModelReply> ask() {
        try {
            ModelReply reply = source.model().call(ModelRequest.of(turns));
            usage = new ModelUsage(
                    usage.name(),
                    usage.calls() + 1,
                    usage.tokensIn() + reply.tokensIn(),
                    usage.tokensOut() + reply.tokensOut());
            return Optional.of(reply);
        } catch (ModelException e) {
            LOG.warn("{}; going on with the rules alone", e.getMessage());
            failure = String.valueOf(e.getMessage());
            return Optional.empty();
        }
    }

    /** The judge takes changes of lines in files that are there; nothing is created, renamed or deleted. */
    private static boolean inPlace(EditPlan plan) {
        return plan.changes().stream()
                .allMatch(change -> change.before().isPresent()
                        && change.after().isPresent()
                        && change.from().isEmpty()
                        && change.mode().isEmpty());
    }

    private static String feedback(EditPlan plan) {
        return plan.complete() ? "Only lines of existing files may be changed here." : plan.feedback();
    }

    private static String rationale(String reply) {
        String text = reply.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> line.regionMatches(true, 0, "cause:", 0, 6)
                        ? line.substring(6).strip()
                        : line)
                .orElse("");
        return text.length() <= LONGEST_RATIONALE ? text : text.substring(0, LONGEST_RATIONALE) + "…";
    }
}
