package dev.tracemend.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives each command the settings through its constructor. */
final class CommandFactory implements IFactory {
    private final SettingsConfig settings;

    CommandFactory(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    @SuppressWarnings("unchecked") // each branch makes exactly the type that was asked for
    public <K> K create(Class<K> type) throws Exception {
        if (type == DemoCommand.class) {
            return (K) new DemoCommand(settings);
        }
        if (type == UpCommand.class) {
            return (K) new UpCommand(settings);
        }
        if (type == WorkerCommand.class) {
            return (K) new WorkerCommand(settings);
        }
        if (type == TailCommand.class) {
            return (K) new TailCommand(settings);
        }
        if (type == WindowsCommand.class) {
            return (K) new WindowsCommand(settings);
        }
        if (type == StatusCommand.class) {
            return (K) new StatusCommand(settings);
        }
        if (type == FixCommand.class) {
            return (K) new FixCommand(settings);
        }
        if (type == ApplyCommand.class) {
            return (K) new ApplyCommand(settings);
        }
        if (type == UndoCommand.class) {
            return (K) new UndoCommand(settings);
        }
        if (type == TraceCommand.class) {
            return (K) new TraceCommand(settings);
        }
        if (type == DoctorCommand.class) {
            return (K) new DoctorCommand(settings);
        }
        if (type == ConfigCommand.class) {
            return (K) new ConfigCommand(settings);
        }
        if (type == ShellCommand.class) {
            return (K) new ShellCommand(settings);
        }
        if (type == LightweightInitCommand.class) {
            return (K) new LightweightInitCommand(settings);
        }
        if (type == LightweightUpCommand.class) {
            return (K) new LightweightUpCommand(settings);
        }
        if (type == LightweightDownCommand.class) {
            return (K) new LightweightDownCommand(settings);
        }
        if (type == LightweightStatusCommand.class) {
            return (K) new LightweightStatusCommand(settings);
        }
        if (type == LightweightBuildCommand.class) {
            return (K) new LightweightBuildCommand(settings);
        }
        return CommandLine.defaultFactory().create(type);
    }
}
