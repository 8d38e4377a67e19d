package dev.tracemend.agent.shell;

/** The contracts of a session over {@code bubblewrap}. */
class BubblewrapShellIT
        implements ShellStateContract, ShellEndContract, ShellOutputContract, ShellStopContract, SandboxEscapeContract {
    @Override
    public SandboxKind kind() {
        return SandboxKind.BUBBLEWRAP;
    }
}
