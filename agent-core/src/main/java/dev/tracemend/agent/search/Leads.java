package dev.tracemend.agent.search;

import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import dev.tracemend.agent.judge.minion.TestOutcome;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.CrashRules;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Locator;
import dev.tracemend.agent.repair.Mutator;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.repair.Site;
import dev.tracemend.agent.repair.Suspicion;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where to look and what to try first: from the log's trace, from what failing tests threw, from what they reach. */
final class Leads {
    private static final int MOST = 6000;
    private static final int MOST_CRASHES = 4;
    private static final int REACH = 12;

    private final Project project;
    private final Evidence evidence;
    private final Judge judge;
    private final String only;

    Leads(Project project, Evidence evidence, Judge judge, String only) {
        this.only = only;
        this.project = project;
        this.evidence = evidence;
        this.judge = judge;
    }

    /** How suspicious each statement is. */
    Suspicion suspicion() {
        Suspicion covered = judge.baseline().testsFailed().isEmpty() ? Suspicion.NONE : Ochiai.of(judge.coverage());
        Map<String, Map<Integer, Double>> lines = new HashMap<>();
        covered.lines().forEach((path, scores) -> lines.put(path, new HashMap<>(scores)));
        List<Site> sites = evidence.sites();
        for (int i = 0; i < Math.min(4, sites.size()); i++) {
            near(lines, sites.get(i), 1.0 / (1 + i * 0.7), covered.lines().isEmpty());
        }
        for (TestOutcome test : crashed()) {
            for (Site site : sites(test)) {
                near(lines, site, 1, false);
            }
        }
        return new Suspicion(lines).within(only);
    }

    /** A frame's own line, and less so the lines around it where nothing better is known. */
    private static void near(Map<String, Map<Integer, Double>> lines, Site site, double weight, boolean around) {
        Map<Integer, Double> scores = lines.computeIfAbsent(site.path(), path -> new HashMap<>());
        scores.merge(site.line(), weight, Math::max);
        for (int by = 1; around && by <= REACH; by++) {
            double score = weight * 0.6 / (1 + by * 0.1);
            scores.merge(site.line() - by, score, Math::max);
            scores.merge(site.line() + by, score * 0.8, Math::max);
        }
    }

    /** What the log alone tells. */
    List<Candidate> ofTheLog() {
        return new CrashRules().candidates(evidence, project);
    }

    /** All that is to be tried, best first. */
    List<Candidate> candidates(Suspicion suspicion) {
        List<Candidate> all = new ArrayList<>(ofTheLog());
        for (TestOutcome test : crashed()) {
            List<Site> sites = sites(test);
            if (!sites.isEmpty()) {
                all.addAll(new CrashRules().candidates(new Evidence(trace(test), List.of(), sites), project));
            }
        }
        // A small change that ends a crash is mostly one that does not get there: without a test nobody tells them
        // apart.
        if (!judge.baseline().testsFailed().isEmpty()) {
            all.addAll(new Mutator().candidates(project, suspicion, Map.of(), MOST));
        }
        Set<Object> seen = new HashSet<>();
        return all.stream()
                .sorted(Comparator.comparingDouble(Candidate::prior).reversed())
                .filter(candidate -> seen.add(candidate.edits()))
                .toList();
    }

    /** Failing tests that ended in an exception of the production code, one a place. */
    private List<TestOutcome> crashed() {
        Set<String> places = new HashSet<>();
        return judge.testsBefore().stream()
                .filter(test -> !test.passed() && !test.chain().isEmpty())
                .filter(test -> !root(test).type().contains("Assert")
                        && !root(test).type().contains("Comparison"))
                .filter(test -> places.add(
                        root(test).className() + root(test).line() + root(test).type()))
                .limit(MOST_CRASHES)
                .toList();
    }

    private static Thrown root(TestOutcome test) {
        return test.chain().get(test.chain().size() - 1);
    }

    private List<Site> sites(TestOutcome test) {
        return Locator.locate(trace(test), project);
    }

    private static StackTrace trace(TestOutcome test) {
        Thrown root = root(test);
        String outer = root.className().replaceFirst("\\$.*", "");
        String file = outer.substring(outer.lastIndexOf('.') + 1) + ".java";
        StackFrame frame = new StackFrame(root.className(), root.method(), file, root.line(), true);
        return new StackTrace(Language.JAVA, List.of(new ThrownException(root.type(), root.message(), List.of(frame))));
    }
}
