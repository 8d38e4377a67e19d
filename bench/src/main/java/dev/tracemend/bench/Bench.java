package dev.tracemend.bench;

import dev.tracemend.bench.detect.DetectCommand;
import dev.tracemend.bench.edits.EditsCommand;
import dev.tracemend.bench.engines.EnginesCommand;
import dev.tracemend.bench.engines.EqualityCommand;
import dev.tracemend.bench.engines.WindowStateCommand;
import dev.tracemend.bench.follow.FollowedCommand;
import dev.tracemend.bench.follow.SoakCommand;
import dev.tracemend.bench.judge.JudgeCommand;
import dev.tracemend.bench.redaction.RedactionCommand;
import dev.tracemend.bench.repair.RepairCommand;
import dev.tracemend.bench.shell.ShellBench;
import dev.tracemend.bench.ship.ShipCommand;
import dev.tracemend.bench.status.StatusLoadCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bench/run NAME [OPTIONS]}: one subcommand a benchmark; exit 0 when it ran, 1 when it failed, 2 on wrong usage. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        subcommands = {
            JmhCommand.class,
            EditsCommand.class,
            DetectCommand.class,
            ShellBench.class,
            RedactionCommand.class,
            FollowedCommand.class,
            SoakCommand.class,
            ShipCommand.class,
            RepairCommand.class,
            JudgeCommand.class,
            EnginesCommand.class,
            EqualityCommand.class,
            WindowStateCommand.class,
            StatusLoadCommand.class
        },
        description = "Runs one benchmark and prints its figures.",
        synopsisSubcommandLabel = "NAME")
final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
