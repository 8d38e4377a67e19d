package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Demos as earlier turns of the conversation: incomplete ones first and marked so, then complete ones. */
final class DemoTurns {
    private static final String INCOMPLETE = "An example that lacks some fields:\n\n";

    private DemoTurns() {}

    static List<Message> of(Prompt prompt, Function<ObjectNode, String> question, Function<ObjectNode, String> answer) {
        List<Message> turns = new ArrayList<>();
        for (boolean complete : new boolean[] {false, true}) {
            for (Demo demo : prompt.demos()) {
                ObjectNode values = demo.values();
                if (usable(prompt.layout(), values) && complete == complete(prompt.layout(), values)) {
                    turns.add(new Message.Question((complete ? "" : INCOMPLETE) + question.apply(values)));
                    turns.add(Message.Answer.of(answer.apply(values)));
                }
            }
        }
        return turns;
    }

    private static boolean usable(Layout layout, ObjectNode values) {
        return has(layout.inputs(), values) && has(layout.outputs(), values);
    }

    private static boolean has(List<Field> fields, ObjectNode values) {
        return fields.isEmpty() || fields.stream().anyMatch(field -> values.has(field.name()));
    }

    private static boolean complete(Layout layout, ObjectNode values) {
        return layout.fields().stream().allMatch(field -> field.optional() || values.has(field.name()));
    }
}
