package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Sampling;
import dev.tracemend.agent.signature.Layout;
import java.util.List;

/**
 * One call before it has a form.
 *
 * @param layout what goes in and what shall come out
 * @param demos shown before the question, in this order
 * @param inputs by field name
 * @param sampling how the reply is drawn
 */
public record Prompt(Layout layout, List<Demo> demos, ObjectNode inputs, Sampling sampling) {

    /** Copies the list. */
    public Prompt {
        demos = List.copyOf(demos);
    }
}
