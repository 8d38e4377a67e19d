package dev.tracemend.tailer.source;

/**
 * Where the lines of a source go.
 *
 * @param topic short name of the topic; empty for the tailer's own
 * @param service the service they are of; empty for what the source's name says
 */
public record Route(String topic, String service) {
    /** Nothing special. */
    public static final Route DEFAULT = new Route("", "");
}
