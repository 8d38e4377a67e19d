package dev.tracemend.cli;

import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.broker.BrokerStartException;
import dev.tracemend.status.StatusStartException;
import dev.tracemend.tailer.TailerStartException;
import dev.tracemend.worker.WorkerStartException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: finds the command, runs it, and turns whatever goes wrong into one message and an exit code. */
@Command(
        name = "tracemend",
        description = "A line of a service's log becomes a verified fix in its repository.",
        version = "tracemend 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes:%n",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ResultsCommand.class,
            LastCommand.class,
            WorkerCommand.class,
            TailCommand.class,
            WindowsCommand.class,
            SparkScriptCommand.class,
            ContextsCommand.class,
            StatusCommand.class,
            TopicsCommand.class,
            ApprovalsCommand.class,
            DlqCommand.class,
            FixCommand.class,
            ApplyCommand.class,
            UndoCommand.class,
            ShellCommand.class,
            TraceCommand.class,
            LightweightInitCommand.class,
            LightweightUpCommand.class,
            LightweightDownCommand.class,
            LightweightStatusCommand.class,
            LightweightBuildCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Tracemend implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        int exit;
        try {
            exit = commandLine(SettingsConfig.ofThisProcess()).execute(args);
        } catch (ExceptionInInitializerError e) {
            // A prefix of topics that cannot be: the first to need a topic's name finds out.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            System.err.println("tracemend: " + cause.getMessage());
            exit = ExitCode.CONFIGURATION.code();
        }
        System.exit(exit);
    }

    static CommandLine commandLine(SettingsConfig settings) {
        CommandLine line = new CommandLine(new Tracemend(), new CommandFactory(settings));
        CommandLine tail = Objects.requireNonNull(line.getSubcommands().get("tail"));
        TailValues.declare(tail.getCommandSpec());
        line.setDefaultValueProvider(settings);
        // It looks its settings up itself, since it has a file of its own for them.
        tail.setDefaultValueProvider(arg -> null);
        line.setExecutionExceptionHandler(Tracemend::explain);
        IParameterExceptionHandler usual = line.getParameterExceptionHandler();
        line.setParameterExceptionHandler((e, args) -> {
            // A settings file is read while the defaults of the options are looked up.
            if (e.getCause() instanceof CommandFailure failure) {
                say(e.getCommandLine(), String.valueOf(failure.getMessage()));
                return failure.exitCode();
            }
            return usual.handleParseException(e, args);
        });
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedSubcommandsAllowed(false);
        line.getCommandSpec().usageMessage().footer(exitCodes());
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        if (e instanceof CommandFailure failure) {
            say(line, String.valueOf(failure.getMessage()));
            return failure.exitCode();
        }
        if (e instanceof CheckoutException
                || e instanceof BrokerStartException
                || e instanceof TailerStartException
                || e instanceof StatusStartException
                || e instanceof WorkerStartException) {
            say(line, String.valueOf(e.getMessage()));
            return ExitCode.CONFIGURATION.code();
        }
        say(line, "unexpected: " + e + " (this is a fault of tracemend; its log, tracemend.log, tells more)");
        org.slf4j.LoggerFactory.getLogger(Tracemend.class).error("command failed", e);
        return ExitCode.FAILED.code();
    }

    private static void say(CommandLine line, String message) {
        line.getErr().println(line.getColorScheme().errorText("tracemend: " + message));
        line.getErr().flush();
    }

    private static String[] exitCodes() {
        return Arrays.stream(ExitCode.values())
                .map(code -> "  " + code.code() + "  " + code.meaning())
                .collect(Collectors.toList())
                .toArray(String[]::new);
    }
}
