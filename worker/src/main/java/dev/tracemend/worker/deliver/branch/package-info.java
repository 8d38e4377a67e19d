/**
 * A verified fix as a commit: {@link dev.tracemend.worker.deliver.branch.FixBranch} puts it on a branch {@code
 * tracemend/<fingerprint>-<n>} through {@code agent.workspace}, which alone touches the user's repository.
 */
@NullMarked
package dev.tracemend.worker.deliver.branch;

import org.jspecify.annotations.NullMarked;
