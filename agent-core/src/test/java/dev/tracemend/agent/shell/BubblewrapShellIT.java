package dev.tracemend.agent.shell;

/** The contracts of a session over {@code bubblewrap}. */
class BubblewrapShellIT implements ShellStateContract, ShellOutputContract, ShellStopContract, SandboxEscapeContract {
    @Override
    public SandboxKind kind() {
        return SandboxKind.BUBBLEWRAP;
    }
}
