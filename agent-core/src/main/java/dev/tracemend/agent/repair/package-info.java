/**
 * Finds where a failure sits and what could mend it, without a model: {@link dev.tracemend.agent.repair.Evidence} in,
 * {@link dev.tracemend.agent.repair.Candidate}s out, best first. Nothing here runs code of the checkout; that is the
 * judge's work.
 */
@NullMarked
package dev.tracemend.agent.repair;

import org.jspecify.annotations.NullMarked;
