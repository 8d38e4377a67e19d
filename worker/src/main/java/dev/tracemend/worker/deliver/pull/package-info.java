/**
 * A verified fix as a draft pull request (GitHub) or merge request (GitLab). {@link
 * dev.tracemend.worker.deliver.pull.PullText} words it, whether or not there is a token; {@link
 * dev.tracemend.worker.deliver.pull.PullDelivery} keeps the rules: one per fingerprint, updated in place, never again once
 * a person closed it, so many a day. A {@link dev.tracemend.worker.deliver.pull.Forge} knows one server's REST API; what
 * it refuses is a {@link dev.tracemend.worker.deliver.pull.ForgeException} that says whether to try again. The branch is
 * pushed by {@code agent.workspace}.
 */
@NullMarked
package dev.tracemend.worker.deliver.pull;

import org.jspecify.annotations.NullMarked;
