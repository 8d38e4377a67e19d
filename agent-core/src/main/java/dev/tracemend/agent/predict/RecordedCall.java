package dev.tracemend.agent.predict;

import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;

/** A call to a model out of a trace: the number of its step, the first is 1, its predictor, question and answer. */
public record RecordedCall(int step, String name, ModelRequest request, ModelReply reply) {}
