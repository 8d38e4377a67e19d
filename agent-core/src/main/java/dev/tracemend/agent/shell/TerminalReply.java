package dev.tracemend.agent.shell;

/**
 * What a program on a terminal showed since the reply before.
 *
 * @param text without escape sequences, lines ended by LF; the terminal's echo of what was sent is in it
 * @param matched whether the awaited text came
 * @param timedOut whether the time was over first
 * @param ended whether the program has ended
 * @param exitCode its status, or -1 while it runs
 */
public record TerminalReply(String text, boolean matched, boolean timedOut, boolean ended, int exitCode) {}
