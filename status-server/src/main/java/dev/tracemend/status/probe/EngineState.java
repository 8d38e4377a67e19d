package dev.tracemend.status.probe;

import java.util.List;

/**
 * What the container engine says.
 *
 * @param available whether it answered
 * @param detail why not, and what to do; empty otherwise
 * @param at when it was asked, seconds since the epoch; 0 where it never was
 * @param containers by name
 */
public record EngineState(boolean available, String detail, double at, List<ContainerState> containers) {

    /** Copies the list. */
    public EngineState {
        containers = List.copyOf(containers);
    }
}
