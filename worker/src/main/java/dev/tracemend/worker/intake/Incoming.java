package dev.tracemend.worker.intake;

import dev.tracemend.contracts.ContextPlace;
import dev.tracemend.contracts.ErrorContext;

/**
 * A context to be answered, wherever it came from.
 *
 * @param partition whose owner answers it
 * @param place where it can be read again; {@link ContextPlace#NONE} for a task
 * @param tries how often it was tried before
 * @param counted whether its errors are in the memory already: it waited in {@code agent.retries.<topic>}
 * @param asked whether a person asked for the work, so that it does not wait for further errors
 * @param origin where it was read first, {@code topic-partition@offset}
 * @param sent when its record was written, seconds since the epoch
 */
public record Incoming(
        int partition,
        ErrorContext context,
        ContextPlace place,
        int tries,
        boolean counted,
        boolean asked,
        String origin,
        double sent) {}
