package dev.tracemend.agent.model;

/**
 * A tool that the model asks for.
 *
 * @param id which call of the conversation it is; the result carries the same
 * @param arguments the JSON object as the model wrote it, unchecked
 */
public record ToolCall(String id, String name, String arguments) {}
