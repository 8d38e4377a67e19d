package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.ChangeJudge;
import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.agent.repair.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts candidates before the judge until enough are proved or the time is up. For one thread. */
final class CandidateSearch {
    private static final int SAY_EVERY = 25;

    private final FixConfig config;
    private final Stages stages;
    private final FixDesk desk;
    private final ChangeJudge judge;
    private final List<Judged> proved = new ArrayList<>();
    private final List<Judged> plausible = new ArrayList<>();
    private final Set<List<TextEdit>> seen = new HashSet<>();
    private Duration firstProved = Duration.ZERO;
    private String lastRefusal = "";
    private int tries;

    CandidateSearch(FixDesk desk, ChangeJudge judge) {
        this.config = desk.config();
        this.stages = desk.stages();
        this.desk = desk;
        this.judge = judge;
    }

    /** Judges the candidates of the rules, best first. */
    void rules(List<Candidate> candidates) {
        Duration deadline = stages.total().plus(config.inAll());
        for (Candidate candidate : candidates) {
            if (enough() || stages.total().compareTo(deadline) > 0) {
                return;
            }
            if (seen.add(candidate.edits())) {
                judge(candidate);
            }
        }
    }

    /** Asks a model, tells it why it was refused, and asks again, until all is shown that can be or its tries are over. */
    void model(ModelDialogue dialogue) {
        Duration deadline = stages.total().plus(config.modelLimit());
        while (dialogue.mayAsk() && stages.total().compareTo(deadline) < 0) {
            desk.say("asking " + dialogue.usage().name());
            Optional<Candidate> answer = stages.time("model", dialogue::next);
            if (answer.isEmpty()) {
                return;
            }
            Judged judged = judge(answer.get());
            if (judged.judgement().proved() || !reproduced() && judged.plausible()) {
                return;
            }
            dialogue.refuse(judged.judgement().feedback());
        }
    }

    /** Whether a model could still add something: nothing is proved yet that mends a cause. */
    boolean open() {
        return proved.stream().allMatch(one -> one.candidate().symptom());
    }

    /** What was proved, best first. */
    List<Judged> proved() {
        return proved.stream().sorted(Judged.BEST_FIRST).toList();
    }

    /** What compiles and breaks nothing but was not proved, best first. */
    List<Judged> plausible() {
        return plausible.stream().sorted(Judged.BEST_FIRST).toList();
    }

    int tries() {
        return tries;
    }

    /** Why the last refused candidate was refused; empty where none was. */
    String lastRefusal() {
        return lastRefusal;
    }

    private Judged judge(Candidate candidate) {
        Judgement judgement = stages.time("judge", () -> judge.judge(candidate.edits()));
        tries++;
        if (tries % SAY_EVERY == 0) {
            String best = proved().stream()
                    .findFirst()
                    .map(one -> ", best so far: " + one.candidate().rationale())
                    .orElse("");
            desk.say(tries + " judged, " + proved.size() + " proved" + best);
        }
        Judged judged = new Judged(candidate, judgement);
        if (judgement.proved()) {
            if (proved.isEmpty()) {
                firstProved = stages.total();
            }
            proved.add(judged);
            desk.say("proved: " + candidate.operator() + ", " + candidate.rationale());
        } else {
            lastRefusal = judgement.feedback();
            if (judged.plausible()) {
                plausible.add(judged);
            }
        }
        return judged;
    }

    private boolean reproduced() {
        return judge.baseline().reproduced();
    }

    /** Where nothing can be proved, more candidates would only cost time. */
    private boolean enough() {
        if (!reproduced() && plausible.size() >= config.enoughProved()) {
            return true;
        }
        return proved.size() >= config.enoughProved()
                || !proved.isEmpty() && stages.total().minus(firstProved).compareTo(config.afterFirst()) > 0;
    }
}
