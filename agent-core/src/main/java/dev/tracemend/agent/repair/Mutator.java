package dev.tracemend.agent.repair;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposes small changes of suspected Java code, whatever the failure: the generator behind failing tests. Each candidate
 * is an edit of the original text, weighed by how often its kind is right and how suspicious its line is.
 */
public final class Mutator {
    private static final Logger log = LoggerFactory.getLogger(Mutator.class);
    private final List<MutationFamily> families = List.of(
            new OperatorMutations(),
            new ShapeMutations(),
            new LiteralMutations(),
            new VariableMutations(),
            new ConditionMutations(),
            new ValueMutations(),
            new CallMutations(),
            new EqualityMutations(),
            new StatementMutations(),
            new InsertionMutations());

    /**
     * Changes of the suspected files, best first.
     *
     * @param changed texts that stand in place of files, by path relative to the project's root; ranges then refer to them
     */
    public List<Candidate> candidates(Project project, Suspicion suspicion, Map<String, String> changed, int most) {
        try (SourceSet sources =
                SourceSet.open(project, suspicion.lines().keySet(), changed).orElse(null)) {
            if (sources == null) {
                return List.of();
            }
            Proposals proposals = new Proposals(OperatorPriors.seeded());
            for (String path : suspicion.lines().keySet()) {
                sources.file(path).ifPresent(file -> grow(new Ground(file, suspicion, proposals)));
            }
            return proposals.best(most);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("no mutations of {}: {}", suspicion.lines().keySet(), e.toString());
            log.debug("no mutations", e);
            return List.of();
        }
    }

    /** A family that trips over odd code must not cost what the others found. */
    private void grow(Ground ground) {
        for (MutationFamily family : families) {
            try {
                family.grow(ground);
            } catch (RuntimeException e) {
                log.warn("{} gave up: {}", family.getClass().getSimpleName(), e.toString());
                log.debug("a family gave up", e);
            }
        }
    }
}
