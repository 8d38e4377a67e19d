package dev.tracemend.bench.edits;

import dev.tracemend.agent.edit.EditEngine;
import dev.tracemend.agent.edit.EditOptions;
import dev.tracemend.agent.edit.EditPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code edits}: true edits, perturbed as models do it, placed by the edit engine; see the package for what counts. */
@Command(
        name = "edits",
        mixinStandardHelpOptions = true,
        description = {
            "Perturbs true edits and counts what the edit engine places rightly, refuses, and places wrongly.",
            "Recoverable: the block stood at one place of the file, blanks ignored, and still tells that place.",
            "Right: the file is the true result up to the perturbation."
        })
public final class EditsCommand implements Callable<Integer> {
    @Option(
            names = "--maven",
            paramLabel = "GROUP:ARTIFACT:OLD:NEW",
            description = "Two releases of a library; may be given several times.")
    private List<String> releases = new ArrayList<>();

    @Option(names = "--git", paramLabel = "DIR", description = "A git repository; may be given several times.")
    private List<Path> repositories = new ArrayList<>();

    @Option(
            names = "--commits",
            defaultValue = "2000",
            description = "Of a repository, newest first (${DEFAULT-VALUE}).")
    private int commits;

    @Option(names = "--trials", defaultValue = "10000", description = "How many trials at most (${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--seed", defaultValue = "20261121", description = "Of the choice of edits (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--details", description = "Prints the blocks that were placed wrongly.")
    private boolean details;

    @Override
    public Integer call() throws Exception {
        List<TrueEdit> edits = new ArrayList<>();
        for (String release : releases) {
            edits.addAll(Histories.ofReleases(release));
        }
        for (Path repository : repositories) {
            edits.addAll(Histories.ofRepository(repository, commits));
        }
        if (edits.isEmpty()) {
            System.err.println(
                    "edits: name a history: --maven org.apache.commons:commons-lang3:3.17.0:3.18.0 or --git DIR");
            return 2;
        }
        EditTally tally = run(edits, trials, seed);
        System.out.println(edits.size() + " true edits");
        System.out.print(tally.table(details));
        return 0;
    }

    /** Runs up to this many trials, the perturbations in turn over edits in random order. */
    static EditTally run(List<TrueEdit> edits, int trials, long seed) {
        Random random = new Random(seed);
        List<TrueEdit> shuffled = new ArrayList<>(edits);
        Collections.shuffle(shuffled, random);
        EditEngine engine = new EditEngine();
        EditTally tally = new EditTally();
        for (TrueEdit edit : shuffled) {
            for (Perturbation perturbation : Perturbation.values()) {
                Optional<EditTrial> trial = tally.trials() < trials ? perturbation.of(edit, random) : Optional.empty();
                if (trial.isPresent()) {
                    EditPlan plan = engine.plan(trial.get().reply(), trial.get(), EditOptions.defaults());
                    tally.add(trial.get(), plan);
                }
            }
        }
        return tally;
    }
}
