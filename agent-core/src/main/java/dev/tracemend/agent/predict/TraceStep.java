package dev.tracemend.agent.predict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * One call of a model or of a tool within a run.
 *
 * @param name key of the predictor, or {@code tool:} and the tool's name
 * @param inputs of the predictor, or arguments of the tool
 * @param call what the model was asked and what it said; empty for a tool
 * @param adapter the way it was asked
 * @param outputs what was read of the reply; empty where it could not be read
 * @param problem why it could not be read, or the tool's failure; empty where all went well
 * @param observation what the tool gave; empty for a model
 * @param took how long it took
 */
public record TraceStep(
        String name,
        ObjectNode inputs,
        Optional<Call> call,
        String adapter,
        Optional<ObjectNode> outputs,
        String problem,
        String observation,
        Duration took) {

    /** A question and its answer. */
    public record Call(String model, ModelRequest request, ModelReply reply) {}

    /** Tokens in and out, 0 for a tool. */
    public long tokens() {
        return call.map(each -> each.reply().tokensIn() + each.reply().tokensOut())
                .orElse(0L);
    }
}
