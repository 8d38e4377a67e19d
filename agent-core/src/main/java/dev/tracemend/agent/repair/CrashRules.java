package dev.tracemend.agent.repair;

import dev.tracemend.logs.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposes changes of Java code by rules, one family of exceptions each: the lines of the trace are read with their types,
 * and each change is a few edits of the original text. What must not be edited away (an outage, missing configuration, a
 * request refused on purpose) yields nothing.
 */
public final class CrashRules implements CandidateSource {
    private static final Logger log = LoggerFactory.getLogger(CrashRules.class);
    private static final int MOST_CANDIDATES = 150;
    private static final int MOST_SPOTS = 4;
    private static final double[] WEIGHTS = {1, 0.6, 0.45, 0.35};
    private static final Set<String> MUTABLE = Set.of(
            "NullPointerException",
            "IndexOutOfBoundsException",
            "ArrayIndexOutOfBoundsException",
            "StringIndexOutOfBoundsException",
            "NegativeArraySizeException",
            "ArithmeticException",
            "NumberFormatException",
            "NoSuchElementException",
            "ClassCastException",
            "ArrayStoreException",
            "StackOverflowError",
            "IllegalArgumentException");

    private final List<CrashRule> rules = List.of(
            new NullRule(),
            new IndexRule(),
            new ArithmeticRule(),
            new NumberTextRule(),
            new DateTextRule(),
            new AbsentElementRule(),
            new ConcurrentChangeRule(),
            new CastRule(),
            new ImmutableRule(),
            new EnumNameRule(),
            new RecursionRule());
    private final OperatorPriors priors;

    /** Rules with the priors they start from. */
    public CrashRules() {
        this(OperatorPriors.seeded());
    }

    CrashRules(OperatorPriors priors) {
        this.priors = priors;
    }

    @Override
    public List<Candidate> candidates(Evidence evidence, Project project) {
        boolean java = evidence.trace().language() == Language.JAVA;
        if (!java
                || evidence.trace().isEmpty()
                || evidence.sites().isEmpty()
                || Outage.find(evidence).isPresent()) {
            return List.of();
        }
        Set<String> paths = new LinkedHashSet<>();
        evidence.sites().stream().limit(MOST_SPOTS).map(Site::path).forEach(paths::add);
        try (SourceSet sources = SourceSet.open(project, paths).orElse(null)) {
            return sources == null ? List.of() : candidates(evidence, sources);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("the rules gave up on {}: {}", paths, e.toString());
            log.debug("the rules gave up", e);
            return List.of();
        }
    }

    private List<Candidate> candidates(Evidence evidence, SourceSet sources) {
        Optional<Scene> scene = scene(evidence, sources);
        if (scene.isEmpty() || Refusal.find(evidence, sources).isPresent()) {
            return List.of();
        }
        Crash crash = scene.get().crash();
        Proposals proposals = new Proposals(priors);
        rules.stream().filter(rule -> rule.fits(crash)).forEach(rule -> rule.propose(scene.get(), proposals));
        if (MUTABLE.contains(crash.type())) {
            new Mutations(proposals).propose(scene.get().site());
        }
        return proposals.best(MOST_CANDIDATES);
    }

    private static Optional<Scene> scene(Evidence evidence, SourceSet sources) {
        List<Spot> spots = new ArrayList<>();
        for (Site site : evidence.sites().stream().limit(MOST_SPOTS).toList()) {
            Optional<SourceFile> file = sources.file(site.path());
            if (file.isEmpty() && spots.isEmpty()) {
                return Optional.empty();
            }
            file.ifPresent(found -> spots.add(Spot.at(found, site.line(), WEIGHTS[spots.size()])));
        }
        return spots.isEmpty() ? Optional.empty() : Optional.of(new Scene(Crash.of(evidence), sources, spots));
    }
}
