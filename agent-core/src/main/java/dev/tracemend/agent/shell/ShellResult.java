package dev.tracemend.agent.shell;

import java.time.Duration;

/**
 * What a command printed and how it ended.
 *
 * @param output standard output and standard error as they came, not masked; when longer than the limit its head and its
 *     tail around a line that tells how many bytes are left out
 * @param exitCode the status, 128 + n after signal n; -1 when the shell ended without one
 * @param cwd the session's directory afterwards
 * @param duration from the command's start to its end
 * @param truncated whether bytes are left out of {@code output}
 * @param totalBytes how many bytes it printed
 * @param timedOut whether it was ended because of its time-out
 * @param interrupted whether it was ended by {@link ShellSession#interrupt()}
 * @param sessionEnded whether the shell ended with it ({@code exit}, {@code exec}, a limit, nothing else helped)
 * @param restarted whether a new shell stands in {@code cwd}: variables, functions and background processes are lost
 * @param limit the limit that ended it: {@code memory}, {@code processes}, {@code disk}, or empty
 * @param lateOutput what earlier background processes printed between the commands, bounded
 * @param note what a person should know about this result, or empty
 * @param isolation what really confined it
 */
public record ShellResult(
        String output,
        int exitCode,
        String cwd,
        Duration duration,
        boolean truncated,
        long totalBytes,
        boolean timedOut,
        boolean interrupted,
        boolean sessionEnded,
        boolean restarted,
        String limit,
        String lateOutput,
        String note,
        Isolation isolation) {}
