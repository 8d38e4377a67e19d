/**
 * What a worker may do, by topic: {@link dev.tracemend.worker.policy.Policy} is one topic's part of the policy file that
 * {@link dev.tracemend.worker.policy.PolicyReading} understands, {@link dev.tracemend.worker.policy.PathRules} judges the
 * files of a patch, {@link dev.tracemend.worker.policy.BudgetLedger} knows what was spent, {@link
 * dev.tracemend.worker.policy.StormBreaker} when too many causes come at once.
 */
@NullMarked
package dev.tracemend.worker.policy;

import org.jspecify.annotations.NullMarked;
