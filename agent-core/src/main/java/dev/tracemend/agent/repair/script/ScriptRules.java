package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.TreeSitterGate;
import dev.tracemend.agent.repair.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All candidates for faults of Python and JavaScript code, best first. Never runs anything. */
public final class ScriptRules {
    private static final int MOST = 3_000;
    private static final int CALLERS = 4;

    private final TreeSitterGate gate;
    private final List<ScriptRule> rules = List.of(
            new PythonKeyRules(),
            new PythonAbsentRules(),
            new PythonNoneRules(),
            new PythonTypeRules(),
            new PythonArgumentRules(),
            new PythonElementRules(),
            new PythonValueRules(),
            new PythonNumberRules(),
            new PythonUnpackRules(),
            new PythonFileRules(),
            new PythonNameRules(),
            new PythonUnboundRules(),
            new PythonImportRules(),
            new NodeUndefinedRules(),
            new NodeIterationRules(),
            new NodeNameRules(),
            new NodeModuleRules(),
            new NodeValueRules());

    /** Rules that read sources through this gate. */
    public ScriptRules(TreeSitterGate gate) {
        this.gate = gate;
    }

    /**
     * The candidates for some faults of one checkout.
     *
     * @param faults what was logged or what tests failed with, the most certain first
     * @param suspects lines that failing tests run
     * @param texts the sources by path, tests among them
     * @param tests the paths that are never edited
     */
    public List<Candidate> candidates(
            List<ScriptFault> faults, List<Suspect> suspects, Map<String, String> texts, Set<String> tests) {
        Map<String, ScriptFile> files = new LinkedHashMap<>();
        texts.forEach((path, text) -> ScriptFile.of(gate, path, text).ifPresent(file -> files.put(path, file)));
        List<Candidate> found = new ArrayList<>();
        for (ScriptFault fault : faults) {
            ScriptScene scene = new ScriptScene(fault, files, tests);
            crash(scene);
            found.addAll(scene.proposals());
        }
        ScriptScene scene = new ScriptScene(new ScriptFault("", "", List.of()), files, tests);
        mutations(scene, lines(faults, suspects));
        found.addAll(scene.proposals());
        found.sort(Comparator.comparing(Candidate::symptom).thenComparing(candidate -> -candidate.prior()));
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private void crash(ScriptScene scene) {
        List<ScriptPlace> places = scene.fault().places();
        for (int depth = 0; depth < Math.min(CALLERS, places.size()); depth++) {
            ScriptPlace place = places.get(depth);
            int callers = depth;
            scene.editable(place.path()).ifPresent(file -> rules.stream()
                    .filter(rule -> rule.fits(scene.fault(), file.tongue()))
                    .forEach(rule -> rule.propose(scene, file, place.line(), callers)));
        }
    }

    /** What tests point at; else the lines of the functions that the failure went through. */
    private static Map<String, Map<Integer, Double>> lines(List<ScriptFault> faults, List<Suspect> suspects) {
        Map<String, Map<Integer, Double>> lines = new HashMap<>();
        double top = suspects.stream().mapToDouble(Suspect::score).max().orElse(1);
        suspects.forEach(suspect -> lines.computeIfAbsent(suspect.path(), unused -> new HashMap<>())
                .merge(suspect.line(), suspect.score() / top, Math::max));
        for (ScriptFault fault : faults) {
            double score = 1;
            for (ScriptPlace place : fault.places()) {
                lines.computeIfAbsent(place.path(), unused -> new HashMap<>()).merge(place.line(), score, Math::max);
                score *= 0.75;
            }
        }
        return lines;
    }

    private static void mutations(ScriptScene scene, Map<String, Map<Integer, Double>> lines) {
        lines.forEach((path, scores) -> scene.editable(path).ifPresent(file -> {
            new ScriptMutations(scene, file, scores).propose();
            new ScriptStatementMutations(scene, file, scores).propose();
        }));
    }
}
