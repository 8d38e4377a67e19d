package dev.tracemend.agent.tool;

import java.util.List;

/** One thing an agent may do. */
public interface Tool {
    /** Name, description, risk and arguments; always the same. */
    ToolSpec spec();

    /**
     * Runs it.
     *
     * @param arguments checked and of the declared types, in the order of the declaration
     * @return what the model is shown
     * @throws ToolException when it cannot be done, with a message that tells the model what to do instead
     */
    Observation run(List<Object> arguments) throws ToolException;
}
