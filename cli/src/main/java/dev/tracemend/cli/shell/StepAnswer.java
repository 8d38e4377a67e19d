package dev.tracemend.cli.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.shell.Isolation;
import dev.tracemend.agent.shell.ShellResult;
import dev.tracemend.agent.shell.TerminalReply;
import java.time.Duration;

/** The line that answers a step. */
final class StepAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private StepAnswer(JsonNode id, String action, boolean ok) {
        node.set("id", id);
        node.put("action", action);
        node.put("ok", ok);
    }

    static StepAnswer done(ShellStep step) throws StepRefusal {
        return new StepAnswer(step.id(), step.action(), true);
    }

    static StepAnswer refused(JsonNode id, String action, StepRefusal refusal) {
        StepAnswer answer = new StepAnswer(id, action, false);
        answer.node.putObject("error").put("code", refusal.code()).put("message", String.valueOf(refusal.getMessage()));
        return answer;
    }

    /** A piece of output that comes before the answer. */
    static StepAnswer piece(JsonNode id, String text) {
        StepAnswer piece = new StepAnswer(id, "run", true);
        return piece.with("event", "output").with("text", text);
    }

    StepAnswer with(String field, String value) {
        node.put(field, value);
        return this;
    }

    StepAnswer with(String field, boolean value) {
        node.put(field, value);
        return this;
    }

    StepAnswer with(String field, long value) {
        node.put(field, value);
        return this;
    }

    StepAnswer with(ShellResult result) {
        node.put("output", result.output());
        node.set("exit_code", result.exitCode() < 0 ? NullNode.instance : node.numberNode(result.exitCode()));
        node.put("cwd", result.cwd()).put("duration", seconds(result.duration()));
        node.put("truncated", result.truncated()).put("total_bytes", result.totalBytes());
        node.put("timed_out", result.timedOut()).put("interrupted", result.interrupted());
        node.put("session_ended", result.sessionEnded()).put("restarted", result.restarted());
        node.set("limit", result.limit().isEmpty() ? NullNode.instance : node.textNode(result.limit()));
        node.put("late_output", result.lateOutput()).put("note", result.note());
        return with(result.isolation());
    }

    StepAnswer with(TerminalReply reply) {
        node.put("output", reply.text()).put("matched", reply.matched()).put("timed_out", reply.timedOut());
        node.put("session_ended", reply.ended());
        node.set("exit_code", reply.exitCode() < 0 ? NullNode.instance : node.numberNode(reply.exitCode()));
        return this;
    }

    StepAnswer with(Isolation isolation) {
        node.put("isolation", isolation.sandbox().word());
        ObjectNode details = node.putObject("confinement");
        details.put("files", isolation.filesConfined()).put("network", isolation.networkBlocked());
        details.put("processes", isolation.processesConfined());
        isolation.limits().forEach(details.putArray("limits")::add);
        return this;
    }

    private static double seconds(Duration duration) {
        return Math.round(duration.toNanos() / 1e5) / 1e4;
    }

    String line() {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
