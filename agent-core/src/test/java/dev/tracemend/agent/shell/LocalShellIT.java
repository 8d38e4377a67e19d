package dev.tracemend.agent.shell;

/** The contracts of a session over {@code local}. */
class LocalShellIT implements ShellStateContract, ShellEndContract, ShellOutputContract, ShellStopContract {
    @Override
    public SandboxKind kind() {
        return SandboxKind.LOCAL;
    }
}
