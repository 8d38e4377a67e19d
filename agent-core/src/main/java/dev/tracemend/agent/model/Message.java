package dev.tracemend.agent.model;

import java.util.List;

/** One message of a conversation, in the shape that all providers share. */
public sealed interface Message {

    /** The words of it; empty where a message has none. */
    String text();

    /** What the model is told before anything else. */
    record Instruction(String text) implements Message {}

    /** What the user, or the program in the user's name, says. */
    record Question(String text) implements Message {}

    /** What the model said, and the tools it asked for. */
    record Answer(String text, List<ToolCall> calls) implements Message {
        /** Copies the list. */
        public Answer {
            calls = List.copyOf(calls);
        }

        /** Words alone. */
        public static Answer of(String text) {
            return new Answer(text, List.of());
        }
    }

    /** What came of a tool that the answer before asked for. */
    record ToolResult(String callId, String tool, String text) implements Message {}
}
