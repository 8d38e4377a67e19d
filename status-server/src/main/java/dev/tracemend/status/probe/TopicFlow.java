package dev.tracemend.status.probe;

/**
 * The stages of one topic, in the order in which a line flows.
 *
 * @param topic the short name
 * @param workers members of the topic's worker group
 * @param waiting contexts that no worker has answered yet, 0 where no worker ever was
 * @param unread raw lines that the windows have not worked on yet, all there are where no windows ever were
 * @param windows how the windows work on them
 */
public record TopicFlow(
        String topic, Flow raw, Flow ctx, Flow results, int workers, long waiting, long unread, WindowsFlow windows) {}
