/**
 * From an outcome to the topics: {@link dev.tracemend.worker.deliver.ResultTranslation} says it in the words of the
 * wire, {@link dev.tracemend.worker.deliver.Answer} holds all records of one context, {@link
 * dev.tracemend.worker.deliver.TransactionalDelivery} writes them together with the context's offset, or nothing.
 */
@NullMarked
package dev.tracemend.worker.deliver;

import org.jspecify.annotations.NullMarked;
