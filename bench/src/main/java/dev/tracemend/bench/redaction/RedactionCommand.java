package dev.tracemend.bench.redaction;

import dev.tracemend.logs.RedactionCorpus;
import dev.tracemend.logs.RedactionScore;
import dev.tracemend.logs.Redactor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code redaction [--corpus DIR] [--show]}: recall and precision of the masks; exit 1 when one is below 0.98. */
@Command(name = "redaction", description = "Measures what the redaction catches, and what it masks needlessly.")
public final class RedactionCommand implements Callable<Integer> {
    private static final double AIM = 0.98;

    @Option(
            names = "--corpus",
            description = "folder with secrets.txt (each secret between ⟦ and ⟧) and innocent.txt, one entry a line,"
                    + " \\n for a line feed; default: our own three")
    private List<Path> folders = List.of();

    @Option(names = "--show", description = "prints what was missed or masked needlessly")
    private boolean show;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path own = Path.of(System.getProperty("tracemend.home", "."), "logs/src/test/resources/redaction");
        boolean reached = true;
        PrintWriter out = spec.commandLine().getOut();
        for (Path folder : folders.isEmpty()
                ? List.of(own.resolve("tuning"), own.resolve("heldout"), own.resolve("later"))
                : folders) {
            RedactionScore score = RedactionScore.of(new Redactor(), RedactionCorpus.read(folder));
            out.println(folder.getFileName() + ": " + score);
            if (show) {
                score.missed().forEach(line -> out.println("  missed: " + line));
                score.spurious().forEach(line -> out.println("  needless: " + line));
                score.inexact().forEach(line -> out.println("  more than the secret: " + line));
            }
            reached &= score.recall() >= AIM && score.precision() >= AIM;
        }
        out.flush();
        return reached ? 0 : 1;
    }
}
