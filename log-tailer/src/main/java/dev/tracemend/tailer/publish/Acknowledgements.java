package dev.tracemend.tailer.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which events of one file have arrived: the position may move only to where everything before has been acknowledged,
 * whatever the order of the acknowledgements. Events are counted in groups, not remembered one by one. They are added by
 * the reader, acknowledged by the producer's thread.
 */
public final class Acknowledgements {
    /** At most so many events come again after a crash that none of which was missing. */
    private static final int MOST_TOGETHER = 256;

    private final Deque<Flight> open = new ArrayDeque<>();
    private final int mostTogether;

    /** For one file. */
    public Acknowledgements() {
        this(MOST_TOGETHER);
    }

    Acknowledgements(int mostTogether) {
        this.mostTogether = mostTogether;
    }

    /** Events of one content, one behind the other, on their way. */
    public static final class Flight {
        private final int generation;
        private final AtomicInteger arrived = new AtomicInteger();
        private long end;
        private int sent;

        private Flight(int generation) {
            this.generation = generation;
        }

        /** The broker has one more of them; always the same thread. */
        public void arrived() {
            arrived.lazySet(arrived.get() + 1);
        }

        private boolean isComplete() {
            return arrived.get() == sent;
        }
    }

    /** A place in a file up to which everything has arrived. */
    public record Reached(int generation, long end) {}

    /** Adds the event that ends at an offset; reader's thread only. */
    public Flight add(int generation, long end) {
        Flight flight = open.peekLast();
        if (flight == null || flight.generation != generation || flight.sent >= mostTogether) {
            flight = new Flight(generation);
            open.addLast(flight);
        }
        flight.sent++;
        flight.end = end;
        return flight;
    }

    /** How far everything has arrived since the last call; reader's thread only. */
    public Optional<Reached> reached() {
        Optional<Reached> reached = Optional.empty();
        for (Flight first = open.peekFirst(); first != null && first.isComplete(); first = open.peekFirst()) {
            reached = Optional.of(new Reached(first.generation, first.end));
            open.removeFirst();
        }
        return reached;
    }

    /** Whether nothing is on its way. */
    public boolean isEmpty() {
        return open.isEmpty();
    }
}
