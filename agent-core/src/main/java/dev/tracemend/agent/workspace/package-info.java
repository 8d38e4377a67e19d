/**
 * The only code that touches files of the user's. A {@link dev.tracemend.agent.workspace.Workspace} is one folder in which
 * files are read and changed, whole changes at a time and always to be undone; {@link
 * dev.tracemend.agent.workspace.ReplyApplier} brings a model's reply into it. Of a git checkout, scratch and attempt
 * worktrees are made; the user's branch, index and uncommitted work are never touched. Paths are judged in {@code tree},
 * changes are written by {@code journal}.
 */
@NullMarked
package dev.tracemend.agent.workspace;

import org.jspecify.annotations.NullMarked;
