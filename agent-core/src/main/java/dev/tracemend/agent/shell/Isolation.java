package dev.tracemend.agent.shell;

import java.util.List;

/**
 * What really kept a command from doing harm.
 *
 * @param sandbox where it ran
 * @param filesConfined whether it could write nothing but the workspace and a temporary folder of its own
 * @param networkBlocked whether it had no network
 * @param processesConfined whether it could neither see nor outlive the processes of its session
 * @param limits the limits that were in force, for people, e.g. {@code file 2 GiB}
 */
public record Isolation(
        SandboxKind sandbox,
        boolean filesConfined,
        boolean networkBlocked,
        boolean processesConfined,
        List<String> limits) {
    public Isolation {
        limits = List.copyOf(limits);
    }
}
