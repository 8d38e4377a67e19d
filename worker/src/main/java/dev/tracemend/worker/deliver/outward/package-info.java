/**
 * The way out of the worker: {@link dev.tracemend.worker.deliver.outward.OutwardHandover} commits a settled patch ({@code
 * branch}), opens or updates its pull request where there is a token ({@code pull}), keeps that request's text as a file in
 * any case, and tells a webhook ({@code webhook}). {@link dev.tracemend.worker.deliver.outward.DeliveryConfig} says what is
 * set up.
 */
@NullMarked
package dev.tracemend.worker.deliver.outward;

import org.jspecify.annotations.NullMarked;
