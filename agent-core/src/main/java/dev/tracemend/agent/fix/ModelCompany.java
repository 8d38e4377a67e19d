package dev.tracemend.agent.fix;

import dev.tracemend.agent.fix.FixModules.TriedChange;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.search.Company;
import dev.tracemend.agent.search.Judged;
import dev.tracemend.agent.search.RepairSearch;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The models beside the rules, one after the other, each told why it was refused and asked again. The first begins after
 * the rules' head start, and all are left as soon as a cause is mended.
 */
final class ModelCompany implements Company {
    private static final Duration MODEL_WAIT = Duration.ofMillis(200);

    private final FixDesk desk;
    private final ModelSide side;
    private final Iterator<ModelSource> waiting;
    private final CopyOnWriteArrayList<TriedChange> refused = new CopyOnWriteArrayList<>();
    private final Duration begun;
    private Optional<ModelLane> lane = Optional.empty();

    ModelCompany(FixDesk desk, ModelSide side, List<ModelSource> models) {
        this.desk = desk;
        this.side = side;
        this.waiting = models.iterator();
        this.begun = desk.stages().total();
    }

    @Override
    public boolean turn(RepairSearch search, boolean ruling) {
        boolean due = !ruling
                || desk.stages().total().minus(begun).compareTo(desk.config().headStart()) >= 0;
        if (lane.isEmpty() && due && waiting.hasNext() && search.open()) {
            lane = Optional.of(begin(waiting.next()));
        }
        lane.ifPresent(talking -> hear(talking, search, ruling));
        return lane.isPresent() || waiting.hasNext() && search.open();
    }

    private ModelLane begin(ModelSource model) {
        ModelDialogue dialogue = side.dialogue(model, () -> refused);
        desk.say("asking " + dialogue.usage().name());
        return new ModelLane(dialogue);
    }

    private void hear(ModelLane talking, RepairSearch search, boolean ruling) {
        Optional<Candidate> answer = talking.poll(ruling ? Duration.ZERO : MODEL_WAIT);
        if (answer.isPresent()) {
            Judged judged = search.judge(answer.get());
            if (judged.judgement().proved() || !search.reproduced() && judged.plausible()) {
                leave(talking);
                return;
            }
            talking.refuse(judged.judgement().feedback());
        }
        if (talking.ended()
                || !search.open()
                || talking.took().compareTo(desk.config().modelLimit()) > 0) {
            leave(talking);
        }
    }

    private void leave(ModelLane talking) {
        talking.close();
        desk.stages().add("model", talking.took());
        lane = Optional.empty();
    }

    /** What the rules tried in vain is told to a model, whose thread reads it. */
    @Override
    public void judged(Judged one) {
        if (!one.judgement().proved() && !one.candidate().operator().equals("model")) {
            refused.add(new TriedChange(
                    one.candidate().operator() + ": " + one.candidate().rationale(),
                    RepairPrompt.refused(one.judgement().feedback())));
        }
    }

    @Override
    public void end(RepairSearch search) {
        lane.ifPresent(this::leave);
        side.compare(search);
        side.tell();
    }
}
