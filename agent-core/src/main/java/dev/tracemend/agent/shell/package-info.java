/**
 * Shell sessions: commands come in, what they printed and how they ended goes out, and the shell keeps its directory,
 * variables and functions in between. {@link dev.tracemend.agent.shell.Shells} opens one in a sandbox ({@code local},
 * {@code bubblewrap}, {@code docker}); the protocol over the shell's pipes ({@code PipedShell}) is the same in each, only
 * the program that is started differs ({@code Launcher}). Every result names the isolation that really applied; what was
 * asked for and cannot be had is an error, never a weaker sandbox. Programs that want a terminal run in a {@link
 * dev.tracemend.agent.shell.TerminalSession}.
 */
@NullMarked
package dev.tracemend.agent.shell;

import org.jspecify.annotations.NullMarked;
