package dev.tracemend.contracts;

import java.util.List;

/**
 * The value of {@code agent.tasks}: work that somebody asks for by hand. It goes the same way as a context of its topic
 * and is answered by one result, whose {@code ctxId} is the task's id.
 *
 * @param v version of this form, 1
 * @param id names the task, the record's key; a second task of the same id is not worked on
 * @param topic short name of the topic whose worker takes it
 * @param task what to do: a failure's text with its trace, or a description
 * @param workspace the checkout it is meant for; empty for the worker's own
 * @param constraints what is to be kept in mind, a line each
 * @param requestedBy who asks
 * @param ts when, seconds since the epoch
 */
public record AgentTask(
        int v,
        String id,
        String topic,
        String task,
        String workspace,
        List<String> constraints,
        String requestedBy,
        double ts) {

    /** Replaces what is absent by the neutral value. */
    public AgentTask {
        v = v == 0 ? 1 : v;
        id = Absent.text(id);
        topic = Absent.text(topic);
        task = Absent.text(task);
        workspace = Absent.text(workspace);
        constraints = Absent.list(constraints);
        requestedBy = Absent.text(requestedBy);
        ts = Absent.finite(ts);
    }
}
