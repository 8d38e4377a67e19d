package dev.tracemend.cli.stack;

import dev.tracemend.agent.fix.FixConfig;
import dev.tracemend.agent.fix.FixProgram;
import dev.tracemend.agent.fix.ModelSource;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.ModelProbe;
import dev.tracemend.agent.model.Role;
import dev.tracemend.worker.Fixer;
import dev.tracemend.worker.WorkerConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the agent library to a worker: the rules always, models where they were chosen. */
public final class Fixers {
    private static final Logger LOG = LoggerFactory.getLogger(Fixers.class);

    private Fixers() {}

    /**
     * The fixer for one worker. Each model is looked at first, 5 s at most; one that cannot be used is said in the log and
     * to {@code warnings}, with the remedy, and the rules go on alone until it answers. Each call of a model is kept in the
     * folder {@code traces}, one file a fingerprint, the latest attempt alone.
     */
    public static Fixer of(WorkerConfig config, Map<Role, ModelConfig> models, Consumer<String> warnings) {
        probe(models, warnings);
        // A program does one task at a time, so there are as many as tasks at once.
        BlockingQueue<Fixer> idle = new ArrayBlockingQueue<>(config.concurrency());
        for (int i = 0; i < config.concurrency(); i++) {
            idle.add(one(config, models));
        }
        return (task, progress) -> {
            try {
                Fixer fixer = idle.take();
                try {
                    return fixer.fix(task, progress);
                } finally {
                    idle.add(fixer);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped before the work began", stopped);
            }
        };
    }

    private static Fixer one(WorkerConfig config, Map<Role, ModelConfig> models) {
        FixProgram program = new FixProgram(config.fixConfig(), ModelSource.of(models));
        if (models.isEmpty()) {
            return program::fix;
        }
        Path traces = config.fixConfig().cacheDir().resolveSibling("traces");
        return (task, progress) -> {
            Path file = traces.resolve(task.fingerprint().replaceAll("[^A-Za-z0-9_-]", "_") + ".jsonl");
            return program.with(new TraceWriter(file)).fix(task, progress);
        };
    }

    /** The same for one run by hand. */
    public static FixProgram program(FixConfig config, Map<Role, ModelConfig> models, Consumer<String> warnings) {
        probe(models, warnings);
        return new FixProgram(config, ModelSource.of(models));
    }

    private static void probe(Map<Role, ModelConfig> models, Consumer<String> warnings) {
        new ModelProbe().look(models).forEach((roles, finding) -> {
            if (finding.usable()) {
                LOG.info("model for {}: {}", roles, finding.message());
            } else {
                String line =
                        "model for " + roles + ": " + finding.message() + "; until it answers the rules go on alone";
                LOG.warn("{}", line);
                warnings.accept(line);
            }
        });
    }
}
