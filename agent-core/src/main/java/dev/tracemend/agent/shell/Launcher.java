package dev.tracemend.agent.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Starts shells in one sandbox; all that differs between {@code local}, {@code bubblewrap} and {@code docker}. */
sealed interface Launcher permits LocalLauncher, BubblewrapLauncher, DockerLauncher {
    /** The shell that our protocol speaks to: interactive, so that SIGINT ends a loop and not the shell. */
    List<String> BASH = List.of("bash", "--noprofile", "--norc", "--noediting", "-i");

    /** The program to start on this machine so that {@code argv} runs in the sandbox. */
    List<String> words(List<String> argv, boolean terminal) throws IOException;

    /** Its environment. */
    Map<String, String> environment();

    /** The processes of a shell that has answered for the first time; {@code shell} is the number it calls itself. */
    ProcessTree tree(ProcessHandle process, long shell);

    Isolation isolation();

    /** What to do when the sandbox does not start. */
    String remedy();

    /** Gives back what the sandbox holds. */
    void close();
}
