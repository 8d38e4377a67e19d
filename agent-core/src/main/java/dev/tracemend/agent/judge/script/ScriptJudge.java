package dev.tracemend.agent.judge.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxGate;
import dev.tracemend.agent.judge.Baseline;
import dev.tracemend.agent.judge.ChangeJudge;
import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.agent.judge.LadderStep;
import dev.tracemend.agent.repair.script.ScriptFault;
import dev.tracemend.agent.repair.script.ScriptPlace;
import dev.tracemend.agent.repair.script.Suspect;
import dev.tracemend.agent.workspace.ScratchFolder;
import dev.tracemend.logs.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges changes to Python and JavaScript code by running it: the reproduction or the failing tests must pass, what passed
 * must still pass, and inputs that worked must not crash. For one thread; close it to end the runner.
 */
public final class ScriptJudge implements ChangeJudge {
    private static final Logger log = LoggerFactory.getLogger(ScriptJudge.class);

    private final JudgeConfig config;
    private final EditedTexts texts;
    private final Optional<ScriptRunner> runner;
    private final Optional<ScratchFolder> folder;
    private final Optional<ScriptOpening> opening;
    private final Baseline baseline;
    private final Map<List<TextEdit>, String> behaviours = new HashMap<>();

    private ScriptJudge(
            JudgeConfig config,
            EditedTexts texts,
            Optional<ScratchFolder> folder,
            Optional<ScriptRunner> runner,
            Optional<ScriptOpening> opening,
            Baseline baseline) {
        this.config = config;
        this.texts = texts;
        this.folder = folder;
        this.runner = runner;
        this.opening = opening;
        this.baseline = baseline;
    }

    /** Looks at a checkout as it is: runs its tests and makes the failure happen again. What stands in the way is in the baseline. */
    public static ScriptJudge open(ScriptTask task, SyntaxGate gate, JudgeConfig config) {
        long start = System.nanoTime();
        EditedTexts texts = new EditedTexts(task.root(), gate);
        try {
            ScratchFolder folder = ScratchFolder.create(config.scratchDir(), "scripts");
            Optional<ScriptRuntime> runtime = ScriptRuntime.find(task.language(), task.home(), folder.path());
            if (runtime.isEmpty()) {
                folder.close();
                String needed = task.language() == Language.PYTHON ? "python3" : "node";
                return impossible(
                        config,
                        texts,
                        needed + " was not found on the path: install it, or put it on the path of this process");
            }
            ScriptRunner runner = new ScriptRunner(runtime.get(), task, folder.path(), config);
            Optional<ScriptOpening> opening =
                    runner.open(job(task, runtime.get(), folder, config)).flatMap(ScriptJudge::read);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Baseline baseline =
                    ScriptBaseline.of(opening, task, runner.sandbox().label(), took);
            return new ScriptJudge(config, texts, Optional.of(folder), Optional.of(runner), opening, baseline);
        } catch (IOException unwritable) {
            return impossible(
                    config,
                    texts,
                    "no working folder can be made in " + config.scratchDir() + ": name a folder that can be written ("
                            + unwritable.getMessage() + ")");
        }
    }

    private static ScriptJudge impossible(JudgeConfig config, EditedTexts texts, String problem) {
        return new ScriptJudge(
                config,
                texts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ScriptBaseline.impossible(problem));
    }

    private static Optional<ScriptOpening> read(List<String> answer) {
        try {
            return Optional.of(ScriptOpening.of(answer));
        } catch (RuntimeException malformed) {
            log.debug("the runner's answer is malformed", malformed);
            return Optional.empty();
        }
    }

    private static List<String> job(ScriptTask task, ScriptRuntime runtime, ScratchFolder folder, JudgeConfig config) {
        ScriptFault fault = task.logged().orElse(new ScriptFault("", "", List.of()));
        List<String> job = new ArrayList<>(List.of(
                "open",
                task.root().toString(),
                folder.path().toString(),
                Double.toString(config.testLimit().toMillis() / 1000.0),
                Long.toString(config.seed()),
                fault.type(),
                fault.message(),
                task.log(),
                task.language() == Language.NODE
                        ? runtime.installed().map(Object::toString).orElse("")
                        : fault.places().isEmpty() ? "" : "trace",
                Integer.toString(fault.places().size())));
        for (ScriptPlace place : fault.places()) {
            job.addAll(List.of(place.path(), place.function(), Integer.toString(place.line())));
        }
        return job;
    }

    @Override
    public Baseline baseline() {
        return baseline;
    }

    /** What the failing tests failed with, those that belong to the logged failure first. */
    public List<ScriptFault> faults() {
        return opening.map(ScriptOpening::faults).orElse(List.of());
    }

    /** Lines that failing tests run. */
    public List<Suspect> suspects() {
        return opening.map(ScriptOpening::suspects).orElse(List.of());
    }

    /** Whether a test of the project itself shows the failure. */
    public boolean tested() {
        return opening.map(known -> !known.wanted().isEmpty()).orElse(false);
    }

    /** A word for how the code behaves with a proved change; changes that behave alike have the same. Empty where unknown. */
    public String behaviour(List<TextEdit> edits) {
        return behaviours.getOrDefault(edits, "");
    }

    @Override
    public Optional<String> original(String path) {
        return texts.text(path);
    }

    @Override
    public Judgement judge(List<TextEdit> edits) {
        long start = System.nanoTime();
        EditedTexts.Outcome changed = texts.apply(edits);
        if (!changed.problem().isEmpty() || runner.isEmpty() || opening.isEmpty()) {
            String why = changed.problem().isEmpty() ? baseline.problem() : changed.problem();
            return refused(List.of(new LadderStep("compile", false, why, since(start))), why);
        }
        List<String> job = new ArrayList<>(
                List.of("judge", Integer.toString(changed.texts().size())));
        changed.texts().forEach((path, text) -> job.addAll(List.of(path, text)));
        Duration limit = config.testLimit().multipliedBy(2).plusSeconds(40);
        Optional<List<String>> reply = runner.get()
                .judge(job, limit)
                .filter(answer -> answer.size() == 7 && answer.get(0).equals("judged"));
        return reply.map(answer -> judgement(edits, answer, since(start)))
                .orElseGet(() -> refused(
                        List.of(new LadderStep("run", false, "it brought the runner down", since(start))),
                        "it brought the runner down"));
    }

    /** The answer: rung that did not hold, whether all held, what was seen, behaviour, changed inputs, tests that passed. */
    private Judgement judgement(List<TextEdit> edits, List<String> answer, Duration took) {
        ScriptOpening known = opening.orElseThrow();
        String rung = answer.get(1);
        String seen = answer.get(3);
        List<LadderStep> steps = new ArrayList<>();
        for (String name : List.of("compile", "reproduce", "failing tests", "tests", "inputs")) {
            if (name.equals(rung)) {
                break;
            }
            boolean shown = !name.equals("reproduce") || known.reproducible();
            steps.add(
                    new LadderStep(name, shown, shown ? "" : "the failure could not be made to happen", Duration.ZERO));
        }
        if (!answer.get(2).equals("1")) {
            steps.add(new LadderStep(rung, false, seen, took));
            return refused(steps, seen);
        }
        behaviours.put(List.copyOf(edits), answer.get(4));
        List<String> mended = new ArrayList<>(known.wanted());
        if (!known.reproducer().isEmpty()) {
            mended.add("reproduction");
        }
        return new Judgement(
                known.reproducible(),
                steps,
                mended,
                known.passed().size(),
                number(answer.get(5)),
                known.reproducible() ? "" : "the failure could not be made to happen");
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static Judgement refused(List<LadderStep> steps, String why) {
        return new Judgement(false, steps, List.of(), 0, 0, why);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        runner.ifPresent(ScriptRunner::close);
        folder.ifPresent(ScratchFolder::close);
    }
}
