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
 * request refused on purpose) yields nothing, unless a call on the way to it is plainly at fault.
 */
public final class CrashRules implements CandidateSource {
    private static final Logger log = LoggerFactory.getLogger(CrashRules.class);
    private static final int MOST_CANDIDATES = 150;
    private static final int MOST_SPOTS = 4;
    private static final double[] WEIGHTS = {1, 0.6, 0.45, 0.35};
    private final List<CrashRule> rules = List.of(
            new NullRule(),
            new IndexRule(),
            new ArithmeticRule(),
            new NumberTextRule(),
            new DateTextRule(),
            new MonthEndRule(),
            new AbsentElementRule(),
            new ConcurrentChangeRule(),
            new CastRule(),
            new ImmutableRule(),
            new EnumNameRule(),
            new RecursionRule(),
            new FormatTextRule(),
            new PatternTextRule(),
            new SwappedArgumentsRule(),
            new Mutations());
    private final List<CrashRule> onTheWay = List.of(new SwappedArgumentsRule(), new UnclosedRule());
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
        if (!java || evidence.trace().isEmpty() || evidence.sites().isEmpty()) {
            return List.of();
        }
        Set<String> paths = paths(evidence);
        try (SourceSet sources = SourceSet.open(project, paths).orElse(null)) {
            return sources == null ? List.of() : candidates(evidence, sources);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("the rules gave up on {}: {}", paths, e.toString());
            log.debug("the rules gave up", e);
            return List.of();
        }
    }

    /** The files that the nearest frames lie in. */
    static Set<String> paths(Evidence evidence) {
        Set<String> paths = new LinkedHashSet<>();
        evidence.sites().stream().limit(MOST_SPOTS).map(Site::path).forEach(paths::add);
        return paths;
    }

    List<Candidate> candidates(Evidence evidence, SourceSet sources) {
        Optional<Scene> scene = scene(evidence, sources);
        boolean outage = Outage.find(evidence).isPresent();
        if (scene.isEmpty()
                || outage && !UnclosedRule.ranOut(scene.get().crash().message())) {
            return List.of();
        }
        boolean meant = outage || Refusal.find(evidence, sources).isPresent();
        Crash crash = scene.get().crash();
        Proposals proposals = new Proposals(priors);
        (meant ? onTheWay : rules)
                .stream().filter(rule -> rule.fits(crash)).forEach(rule -> propose(rule, scene.get(), proposals));
        return proposals.best(MOST_CANDIDATES);
    }

    /** A rule that trips over odd code must not cost what the others found. */
    private static void propose(CrashRule rule, Scene scene, Proposals proposals) {
        try {
            rule.propose(scene, proposals);
        } catch (RuntimeException e) {
            log.warn("{} gave up: {}", rule.getClass().getSimpleName(), e.toString());
            log.debug("a rule gave up", e);
        }
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
