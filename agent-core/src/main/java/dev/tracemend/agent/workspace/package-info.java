/**
 * The only code that touches the user's repository: it opens a checkout, makes scratch worktrees of it, and asks git for
 * diffs. The user's branch, index and uncommitted work are never touched.
 */
@NullMarked
package dev.tracemend.agent.workspace;

import org.jspecify.annotations.NullMarked;
