package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.syntax.TreeSitterGate;
import dev.tracemend.agent.judge.script.ScriptJudge;
import dev.tracemend.agent.judge.script.ScriptTask;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Site;
import dev.tracemend.agent.repair.script.ScriptFault;
import dev.tracemend.agent.repair.script.ScriptPlace;
import dev.tracemend.agent.repair.script.ScriptRules;
import dev.tracemend.agent.search.Claim;
import dev.tracemend.agent.search.Judged;
import dev.tracemend.agent.search.RankedFix;
import dev.tracemend.agent.search.SearchSide;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.ThrownException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is particular to failures of Python and JavaScript code: their judge, their candidates, and when to doubt. */
final class ScriptSide {
    private static final double RIVAL_TESTED = 0.95;
    private static final double RIVAL_UNTESTED = 0.75;
    private static final double LIKELY = 0.55;

    private final FixDesk desk;
    private final Evidence evidence;
    private final boolean python;
    private final TreeSitterGate gate = new TreeSitterGate();

    private ScriptSide(FixDesk desk, Evidence evidence, boolean python) {
        this.desk = desk;
        this.evidence = evidence;
        this.python = python;
    }

    /** The side for a failure; empty where it is not of such code. Without a trace the checkout's own tests tell. */
    static Optional<ScriptSide> of(FixDesk desk, Evidence evidence) {
        if (!evidence.sites().isEmpty()) {
            String path = evidence.sites().get(0).path();
            boolean python = ScriptSources.isPython(path);
            return python || ScriptSources.isNode(path)
                    ? Optional.of(new ScriptSide(desk, evidence, python))
                    : Optional.empty();
        }
        if (!evidence.trace().isEmpty() || !desk.task().log().isEmpty()) {
            return Optional.empty();
        }
        Path root = desk.worktree().root();
        for (boolean python : List.of(true, false)) {
            if (ScriptSources.read(root, python, List.of()).keySet().stream().anyMatch(ScriptSources::isTest)) {
                return Optional.of(new ScriptSide(desk, evidence, python));
            }
        }
        return Optional.empty();
    }

    /** Opens the judge; the caller closes it. */
    ScriptJudge open() {
        ScriptTask task = new ScriptTask(
                python ? Language.PYTHON : Language.NODE,
                desk.worktree().root(),
                desk.config().workspace(),
                logged(),
                evidence.log().stream().limit(200).collect(Collectors.joining("\n")));
        return ScriptJudge.open(task, gate, desk.config().judge());
    }

    private Optional<ScriptFault> logged() {
        if (evidence.sites().isEmpty()) {
            return Optional.empty();
        }
        ThrownException root = evidence.trace().root();
        List<ScriptPlace> places = evidence.sites().stream()
                .map(ScriptSide::place)
                .filter(place -> !ScriptSources.isTest(place.path()))
                .toList();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScriptFault(root.simpleType(), root.message(), places));
    }

    private static ScriptPlace place(Site site) {
        String function = site.frame().method();
        return new ScriptPlace(site.path(), site.line(), function.substring(function.lastIndexOf('.') + 1));
    }

    /** The side before its open judge. */
    SearchSide before(ScriptJudge judge) {
        return new SearchSide() {
            @Override
            public List<Candidate> candidates() {
                return ScriptSide.this.candidates(judge);
            }

            @Override
            public List<Candidate> pairs(List<Judged> partial) {
                return List.of();
            }

            @Override
            public List<Candidate> compiling(List<Judged> broken) {
                return List.of();
            }

            @Override
            public List<RankedFix> rank(List<Judged> passed) {
                return ScriptSide.rank(passed, judge);
            }
        };
    }

    private static List<RankedFix> rank(List<Judged> passed, ScriptJudge judge) {
        List<Judged> proved = passed.stream().sorted(Judged.BEST_FIRST).toList();
        String doubt = doubt(proved, judge);
        Claim claim = doubt.isEmpty() ? Claim.VERIFIED : Claim.PLAUSIBLE;
        return proved.stream().map(one -> new RankedFix(one, claim, 1, doubt)).toList();
    }

    private List<Candidate> candidates(ScriptJudge judge) {
        List<ScriptFault> faults = new ArrayList<>();
        logged().ifPresent(faults::add);
        judge.faults().stream()
                .filter(fault -> !fault.places().isEmpty())
                .limit(5)
                .forEach(faults::add);
        List<String> wanted = new ArrayList<>();
        faults.forEach(fault -> fault.places().forEach(place -> wanted.add(place.path())));
        judge.suspects().forEach(suspect -> wanted.add(suspect.path()));
        Map<String, String> texts = ScriptSources.read(desk.worktree().root(), python, wanted);
        return new ScriptRules(gate)
                .candidates(
                        faults.stream().distinct().toList(),
                        judge.suspects(),
                        texts,
                        texts.keySet().stream().filter(ScriptSources::isTest).collect(Collectors.toSet()));
    }

    /** Why the best of the proved changes should be shown to a person before it is called right; empty where it need not. */
    private static String doubt(List<Judged> proved, ScriptJudge judge) {
        Judged best = proved.get(0);
        if (best.candidate().symptom() && !judge.tested()) {
            return "it only guards the place that failed, and no test says what should happen instead";
        }
        if (!judge.tested() && best.candidate().prior() < LIKELY) {
            return "no test of the project covers it, and such a change is not often the right one";
        }
        boolean copied = best.candidate().operator().equals("sibling-guard");
        double share = judge.tested() || copied ? RIVAL_TESTED : RIVAL_UNTESTED;
        String behaviour = judge.behaviour(best.candidate().edits());
        return proved.stream()
                .filter(other -> !other.candidate().symptom()
                        && other.candidate().prior() >= share * best.candidate().prior()
                        && !judge.behaviour(other.candidate().edits()).equals(behaviour))
                .findFirst()
                .map(other -> "another change is proved too and behaves differently ("
                        + other.candidate().rationale() + "): a person must choose")
                .orElse("");
    }
}
