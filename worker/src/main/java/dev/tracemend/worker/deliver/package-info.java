/**
 * From an outcome to the topics and out of the worker: {@link dev.tracemend.worker.deliver.ResultTranslation} says it in
 * the words of the wire, {@link dev.tracemend.worker.deliver.Answer} holds all records of one step, {@link
 * dev.tracemend.worker.deliver.TransactionalDelivery} writes them together with the offset of what they answer, or nothing.
 * A patch that the policy or a person said yes to goes through {@link dev.tracemend.worker.deliver.Handover}.
 */
@NullMarked
package dev.tracemend.worker.deliver;

import org.jspecify.annotations.NullMarked;
