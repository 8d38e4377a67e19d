package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.fix.FixModules.TriedChange;
import dev.tracemend.agent.judge.ChangeJudge;
import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.agent.repair.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Puts candidates before the judge until enough are proved or the time is up. For one thread. */
final class CandidateSearch {
    private static final Duration MODEL_WAIT = Duration.ofMillis(200);
    private static final int SAY_EVERY = 25;
    private static final double GUESS = 0.4;

    private final FixConfig config;
    private final Stages stages;
    private final FixDesk desk;
    private final ChangeJudge judge;
    private final List<Judged> proved = new ArrayList<>();
    private final List<Judged> plausible = new ArrayList<>();
    private final Set<List<TextEdit>> seen = new HashSet<>();
    private Duration firstProved = Duration.ZERO;
    private String lastRefusal = "";
    private final CopyOnWriteArrayList<TriedChange> refused = new CopyOnWriteArrayList<>();
    private Optional<ModelLane> lane = Optional.empty();
    private int tries;

    CandidateSearch(FixDesk desk, ChangeJudge judge) {
        this.config = desk.config();
        this.stages = desk.stages();
        this.desk = desk;
        this.judge = judge;
    }

    /**
     * Judges the candidates of the rules, best first, and beside them those of the models, one model after the other, each
     * told why it was refused and asked again. A model begins after the rules' head start, and is left as soon as a cause is
     * mended.
     */
    void run(List<Candidate> candidates, List<Supplier<ModelDialogue>> models) {
        Iterator<Candidate> rules = candidates.iterator();
        Iterator<Supplier<ModelDialogue>> waiting = models.iterator();
        Duration begun = stages.total();
        boolean more = true;
        while (more) {
            boolean ruling = rules.hasNext() && !enough() && since(begun).compareTo(config.inAll()) < 0;
            boolean turn = !ruling || since(begun).compareTo(config.headStart()) >= 0;
            if (lane.isEmpty() && turn && waiting.hasNext() && open()) {
                lane = Optional.of(begin(waiting.next().get()));
            }
            lane.ifPresent(talking -> hear(talking, ruling));
            if (ruling) {
                Candidate candidate = rules.next();
                if (seen.add(candidate.edits())) {
                    judged(candidate);
                }
            }
            more = ruling || lane.isPresent() || waiting.hasNext() && open();
        }
        lane.ifPresent(this::leave);
    }

    private ModelLane begin(ModelDialogue dialogue) {
        desk.say("asking " + dialogue.usage().name());
        return new ModelLane(dialogue);
    }

    private void hear(ModelLane talking, boolean ruling) {
        Optional<Candidate> answer = talking.poll(ruling ? Duration.ZERO : MODEL_WAIT);
        if (answer.isPresent()) {
            Judged judged = judged(answer.get());
            if (judged.judgement().proved() || !reproduced() && judged.plausible()) {
                leave(talking);
                return;
            }
            talking.refuse(judged.judgement().feedback());
        }
        if (talking.ended() || !open() || talking.took().compareTo(config.modelLimit()) > 0) {
            leave(talking);
        }
    }

    private void leave(ModelLane talking) {
        talking.close();
        stages.add("model", talking.took());
        lane = Optional.empty();
    }

    /** What was refused so far, in words; safe to be read by a model's thread. */
    List<TriedChange> refused() {
        return refused;
    }

    /** Calls a proved change a mere guard, so that it goes behind those that mend a cause. */
    void demote(Judged guard) {
        Candidate before = guard.candidate();
        proved.remove(guard);
        proved.add(new Judged(
                new Candidate(before.edits(), before.operator(), before.prior(), true, before.rationale()),
                guard.judgement()));
    }

    /** Whether a model could still add something: nothing is proved yet that mends a cause. */
    boolean open() {
        return proved.stream().allMatch(one -> one.candidate().symptom());
    }

    /** What was proved, best first. */
    List<Judged> proved() {
        return proved.stream().sorted(Judged.BEST_FIRST).toList();
    }

    /** What compiles and breaks nothing but was not proved, the likeliest first; a mere guess is not worth showing. */
    List<Judged> plausible() {
        return plausible.stream()
                .filter(one -> one.candidate().prior() >= GUESS
                        || one.candidate().operator().equals("model"))
                .sorted(Judged.LIKELIEST_FIRST)
                .toList();
    }

    int tries() {
        return tries;
    }

    /** Why the last refused candidate was refused; empty where none was. */
    String lastRefusal() {
        return lastRefusal;
    }

    private Judged judged(Candidate candidate) {
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
            if (!candidate.operator().equals("model")) {
                refused.add(new TriedChange(
                        candidate.operator() + ": " + candidate.rationale(), RepairPrompt.refused(lastRefusal)));
            }
            if (judged.plausible()) {
                plausible.add(judged);
            }
        }
        return judged;
    }

    private Duration since(Duration moment) {
        return stages.total().minus(moment);
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
