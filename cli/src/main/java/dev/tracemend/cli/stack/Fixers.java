package dev.tracemend.cli.stack;

import dev.tracemend.agent.fix.FixProgram;
import dev.tracemend.agent.fix.ModelSource;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.worker.Fixer;
import dev.tracemend.worker.WorkerConfig;
import java.util.Optional;

/** Wires the agent library to a worker: the rules always, a model where one was chosen. */
public final class Fixers {
    private Fixers() {}

    /** The fixer for one worker. */
    public static Fixer of(WorkerConfig config, Optional<ModelConfig> model) {
        return new FixProgram(
                config.fixConfig(), model.map(ModelSource::of).stream().toList())::fix;
    }
}
