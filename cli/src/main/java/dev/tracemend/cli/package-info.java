/**
 * {@code tracemend <command>}: one class a command, without logic of its own. A command reads its {@link
 * dev.tracemend.cli.Setting}s (flag, then environment, then file, then default), starts a module or asks a topic, and
 * says in words and exit code how it went. Only this package and {@code stack} print or exit.
 */
@NullMarked
package dev.tracemend.cli;

import org.jspecify.annotations.NullMarked;
