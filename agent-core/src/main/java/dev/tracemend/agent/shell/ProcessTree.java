package dev.tracemend.agent.shell;

import java.util.Set;

/** The processes of a session, wherever they run. The numbers are those of the place where they run. */
interface ProcessTree {
    /** All but the shell itself and what carries it. */
    Set<Long> members();

    /** Sends {@code INT}, {@code TERM} or {@code KILL}; who is gone already is passed over. */
    void signal(String name, Set<Long> processes);

    /** Sends SIGINT to the shell and what runs in its foreground at once, as a terminal's interrupt key does. */
    void interruptShell();

    /** Whether the shell still runs. */
    boolean shellAlive();

    /** Kills the shell and every member, however often they fork. */
    void killAll();

    /** Resident bytes of all members and the shell, or 0 where the limit is kept by somebody else. */
    long memory();
}
