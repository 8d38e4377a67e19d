package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.ReplyFormat.AnyText;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Each field between tags of its name; a layout that models trained on mark-up write most surely. */
public final class XmlAdapter implements Adapter {

    @Override
    public String name() {
        return "xml";
    }

    @Override
    public boolean suits(Abilities abilities) {
        return true;
    }

    @Override
    public ModelRequest format(Prompt prompt) {
        Layout layout = prompt.layout();
        List<Message> messages = new ArrayList<>();
        messages.add(new Message.Instruction(instruction(layout)));
        messages.addAll(DemoTurns.of(
                prompt, values -> tags(layout.inputs(), values), values -> tags(layout.outputs(), values)));
        String asked = tags(layout.inputs(), prompt.inputs());
        messages.add(new Message.Question(asked + (asked.isEmpty() ? "" : "\n\n") + "Reply with "
                + layout.outputs().stream()
                        .map(field -> "<" + field.name() + ">")
                        .collect(Collectors.joining(", then "))
                + ", each closed by its end tag, and nothing else."));
        return new ModelRequest(messages, List.of(), Optional.empty(), new AnyText(), prompt.sampling());
    }

    private static String instruction(Layout layout) {
        String places = layout.outputs().stream()
                .map(field -> {
                    String rule = FieldText.rule(field.type());
                    return "<" + field.name() + ">\n{" + field.name() + "}" + (rule.isEmpty() ? "" : "  (" + rule + ")")
                            + "\n</" + field.name() + ">";
                })
                .collect(Collectors.joining("\n"));
        return (layout.inputs().isEmpty()
                        ? ""
                        : "You are given these fields:\n" + FieldText.list(layout.inputs()) + "\n\n")
                + "You produce these fields:\n" + FieldText.list(layout.outputs())
                + "\n\nYour reply has this layout:\n\n" + places + "\n\nYour objective:\n" + layout.instructions();
    }

    private static String tags(List<Field> fields, ObjectNode values) {
        return fields.stream()
                .filter(field -> values.has(field.name()))
                .map(field -> "<" + field.name() + ">\n"
                        + escaped(field.name(), FieldText.print(field, values.get(field.name()))) + "\n</"
                        + field.name() + ">")
                .collect(Collectors.joining("\n"));
    }

    @Override
    public ObjectNode parse(Layout layout, ModelReply reply) throws ParseFailure {
        String text = reply.text();
        Map<String, JsonNode> read = new LinkedHashMap<>();
        int from = 0;
        for (Field field : layout.outputs()) {
            String open = "<" + field.name() + ">";
            // The fields come in order, so a tag that a value before it merely mentions is passed by.
            int start = text.indexOf(open, from) >= 0 ? text.indexOf(open, from) : text.indexOf(open);
            int end = start < 0 ? -1 : text.indexOf("</" + field.name() + ">", start);
            if (end >= 0) {
                read.put(
                        field.name(),
                        FieldText.read(field, unescaped(field.name(), text.substring(start + open.length(), end))));
                from = end;
            }
        }
        return FieldText.checked(layout, read, text);
    }

    /** A value's own end tag carries a backslash more, and loses it when it is read. */
    private static String escaped(String name, String value) {
        return value.replaceAll("<(\\\\*)/" + name + ">", "<\\\\$1/" + name + ">");
    }

    private static String unescaped(String name, String text) {
        return text.replaceAll("<\\\\(\\\\*)/" + name + ">", "<$1/" + name + ">");
    }
}
