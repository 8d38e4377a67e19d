/** Tests of the commands: settings, messages, and whole runs in processes of their own. */
@NullMarked
package dev.tracemend.cli;

import org.jspecify.annotations.NullMarked;
