package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.EditPlan;
import dev.tracemend.agent.fix.FixModules.ChangeMade;
import dev.tracemend.agent.fix.FixModules.ChangeTask;
import dev.tracemend.agent.fix.FixModules.PlanMade;
import dev.tracemend.agent.fix.FixModules.PlanTask;
import dev.tracemend.agent.fix.FixModules.RankTask;
import dev.tracemend.agent.fix.FixModules.TriedChange;
import dev.tracemend.agent.model.Budget;
import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.predict.RunException;
import dev.tracemend.agent.repair.Candidate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task's exchange with the models of a source: a plan where a planner is named, then rounds of edit and verdict. It
 * ends after the rounds or tokens it may use, or with the first failure of the provider; it never throws. One thread asks;
 * what was used may be read by any.
 */
final class ModelDialogue {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDialogue.class);
    private static final double PRIOR = 0.5;
    private static final int MOST_OF_RULES = 4;

    private final ModelSource source;
    private final FixVoice voice;
    private final ModelMatter matter;
    private final Budget budget;
    private final List<TriedChange> tried = new ArrayList<>();
    private String plan = "";
    private String last = "";
    private boolean planned;
    private int rounds;
    private volatile String failure = "";

    /**
     * What a dialogue is about.
     *
     * @param given the failure in DATA blocks
     * @param planner places a reply in the files
     * @param guards whether a placed change only guards the place that failed
     * @param triedByRules what the rules tried so far, read before each round
     */
    record ModelMatter(
            String given,
            Function<String, EditPlan> planner,
            Function<EditPlan, Boolean> guards,
            Supplier<List<TriedChange>> triedByRules) {}

    ModelDialogue(ModelSource source, FixVoice voice, ModelMatter matter) {
        this.source = source;
        this.voice = voice;
        this.matter = matter;
        this.budget = new Budget(Long.MAX_VALUE, source.tokenBudget(), BigDecimal.valueOf(Long.MAX_VALUE));
    }

    /** The model's next change that has a place in the files; empty when the dialogue is over. */
    Optional<Candidate> next() {
        while (mayAsk()) {
            Optional<ChangeMade> made = propose();
            if (made.isEmpty()) {
                return Optional.empty();
            }
            last = made.get().edits();
            EditPlan placed = matter.planner().apply(last);
            Optional<String> outreach = OutreachCheck.added(placed);
            if (placed.complete() && inPlace(placed) && outreach.isEmpty()) {
                String cause = made.get().cause();
                boolean guard = matter.guards().apply(placed);
                return Optional.of(new Candidate(placed.edits(), "model", PRIOR, guard, cause));
            }
            refuse(outreach.orElseGet(() -> feedback(placed)));
        }
        return Optional.empty();
    }

    /** Tells the model why its last change was refused. */
    void refuse(String feedback) {
        tried.add(new TriedChange(last, RepairPrompt.refused(feedback)));
    }

    /** Of proved changes, the numbers from 0 of those that the model calls mere guards; none where it cannot say. */
    List<Integer> guards(List<String> changes) {
        if (!failure.isEmpty() || spent()) {
            return List.of();
        }
        try {
            List<Integer> guards = voice.modules()
                    .rank
                    .call(new RankTask(matter.given(), changes), voice.run(source, Role.REFLECTION, budget))
                    .guards();
            return guards.stream()
                    .map(number -> number - 1)
                    .filter(at -> at >= 0 && at < changes.size())
                    .distinct()
                    .toList();
        } catch (RunException e) {
            LOG.info("the proved changes are not compared: {}", e.getMessage());
            return List.of();
        }
    }

    /** What was used so far. */
    ModelUsage usage() {
        long calls = 0;
        for (Role role : Role.values()) {
            calls += budget.used(role).calls();
        }
        return new ModelUsage(
                source.model().name(),
                (int) calls,
                budget.used().tokensIn(),
                budget.used().tokensOut());
    }

    /** Why the provider gave no answer; empty where it always did. */
    String failure() {
        return failure;
    }

    /** Why nothing more is asked; empty where more could be. */
    String ended() {
        if (!failure.isEmpty()) {
            return "went on without the model: " + failure;
        }
        if (spent()) {
            long used = budget.used().tokensIn() + budget.used().tokensOut();
            return "the model was not asked again: its budget for one task is spent (" + used + " of "
                    + source.tokenBudget() + " tokens)";
        }
        return rounds < source.maxTries() ? "" : "the model was not asked again: it had its " + rounds + " rounds";
    }

    /** Whether rounds and tokens are left and the provider answers. */
    boolean mayAsk() {
        return failure.isEmpty() && rounds < source.maxTries() && !spent();
    }

    private boolean spent() {
        return budget.used().tokensIn() + budget.used().tokensOut() >= source.tokenBudget();
    }

    private Optional<ChangeMade> propose() {
        rounds++;
        try {
            planOnce();
            List<TriedChange> all = new ArrayList<>(matter.triedByRules().get());
            all.subList(0, Math.max(0, all.size() - MOST_OF_RULES)).clear();
            all.addAll(tried);
            return Optional.of(voice.modules()
                    .propose
                    .call(new ChangeTask(matter.given(), plan, all), voice.run(source, Role.EDITOR, budget)));
        } catch (RunException.Unreadable e) {
            return Optional.of(new ChangeMade("", e.raw()));
        } catch (RunException.BudgetSpent e) {
            LOG.info("{}", e.getMessage());
            return Optional.empty();
        } catch (RunException e) {
            LOG.warn("{}; going on with the rules alone", e.getMessage());
            failure = String.valueOf(e.getMessage());
            return Optional.empty();
        }
    }

    /** A model that words edits thinks of them itself; another one that is named for plans is asked first. */
    private void planOnce() {
        boolean own = source.roles().getOrDefault(Role.PLANNER, source.model()) != source.model();
        if (planned || !own) {
            return;
        }
        planned = true;
        try {
            PlanMade made =
                    voice.modules().plan.call(new PlanTask(matter.given()), voice.run(source, Role.PLANNER, budget));
            plan = made.cause() + "\n" + String.join("\n", made.steps());
        } catch (RunException.BudgetSpent e) {
            throw e;
        } catch (RunException e) {
            LOG.info("going on without a plan: {}", e.getMessage());
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
}
