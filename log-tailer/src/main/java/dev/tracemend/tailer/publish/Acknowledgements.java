package dev.tracemend.tailer.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Which events of one file have arrived: the position may move only to where everything before has been acknowledged,
 * whatever the order of the acknowledgements. Events are added by the reader, acknowledged by the producer's thread.
 */
public final class Acknowledgements {
    private final Deque<Ticket> open = new ArrayDeque<>();

    /** One event on its way. */
    public static final class Ticket {
        private final int generation;
        private final long end;
        private volatile boolean arrived;

        private Ticket(int generation, long end) {
            this.generation = generation;
            this.end = end;
        }

        /** The broker has it. */
        public void arrived() {
            arrived = true;
        }
    }

    /** A place in a file up to which everything has arrived. */
    public record Reached(int generation, long end) {}

    /** Adds the event that ends at an offset; reader's thread only. */
    public Ticket add(int generation, long end) {
        Ticket ticket = new Ticket(generation, end);
        open.addLast(ticket);
        return ticket;
    }

    /** How far everything has arrived since the last call; reader's thread only. */
    public Optional<Reached> reached() {
        Optional<Reached> reached = Optional.empty();
        while (!open.isEmpty() && open.peekFirst().arrived) {
            Ticket ticket = open.removeFirst();
            reached = Optional.of(new Reached(ticket.generation, ticket.end));
        }
        return reached;
    }

    /** Whether nothing is on its way. */
    public boolean isEmpty() {
        return open.isEmpty();
    }
}
