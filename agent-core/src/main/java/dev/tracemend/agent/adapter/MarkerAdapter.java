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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * DSPy's chat layout: each field under a line {@code [[ ## name ## ]]}, the last line {@code [[ ## completed ## ]]}. Any
 * model can write it, and published prompts, demos and traces use it.
 */
public final class MarkerAdapter implements Adapter {
    private static final Pattern MARKER = Pattern.compile("\\[\\[ ## (\\w+) ## \\]\\]");
    /** A line of a value that looks like a marker carries a backslash more, and loses it when it is read. */
    private static final Pattern INSIDE = Pattern.compile("(?m)^([^\\S\r\n]*)(\\\\*)(\\[\\[ ## \\w+ ## \\]\\])");

    private static final Pattern ESCAPED = Pattern.compile("(?m)^([^\\S\r\n]*)\\\\(\\\\*\\[\\[ ## \\w+ ## \\]\\])");
    private static final String END = "completed";

    @Override
    public String name() {
        return "marker";
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
                prompt,
                values -> sections(layout.inputs(), values),
                values -> sections(layout.outputs(), values) + "\n\n" + marker(END)));
        String asked = sections(layout.inputs(), prompt.inputs());
        messages.add(new Message.Question(asked + (asked.isEmpty() ? "" : "\n\n") + reminder(layout)));
        return new ModelRequest(messages, List.of(), Optional.empty(), new AnyText(), prompt.sampling());
    }

    private static String instruction(Layout layout) {
        String placeholders = layout.fields().stream()
                .map(field -> marker(field.name()) + "\n{" + field.name() + "}" + note(field))
                .collect(Collectors.joining("\n\n"));
        return (layout.inputs().isEmpty()
                        ? ""
                        : "You are given these fields:\n" + FieldText.list(layout.inputs()) + "\n\n")
                + "You produce these fields:\n" + FieldText.list(layout.outputs())
                + "\n\nEvery message has this layout, each field below its own marker:\n\n" + placeholders + "\n\n"
                + marker(END) + "\n\nYour objective:\n" + layout.instructions();
    }

    private static String note(Field field) {
        String rule = FieldText.rule(field.type());
        return rule.isEmpty() ? "" : "        # " + rule;
    }

    private static String reminder(Layout layout) {
        String wanted = layout.outputs().stream()
                .map(field -> {
                    String rule = FieldText.rule(field.type());
                    return "`" + marker(field.name()) + "`" + (rule.isEmpty() ? "" : " (" + rule + ")");
                })
                .collect(Collectors.joining(", then "));
        return "Reply with " + wanted + ", and end with the line `" + marker(END) + "`.";
    }

    private static String sections(List<Field> fields, ObjectNode values) {
        return fields.stream()
                .filter(field -> values.has(field.name()))
                .map(field -> marker(field.name()) + "\n" + escaped(FieldText.print(field, values.get(field.name()))))
                .collect(Collectors.joining("\n\n"));
    }

    private static String marker(String name) {
        return "[[ ## " + name + " ## ]]";
    }

    @Override
    public ObjectNode parse(Layout layout, ModelReply reply) throws ParseFailure {
        Map<String, String> sections = split(Fences.inside(reply.text().strip()));
        if (reply.cut() && !sections.containsKey(END)) {
            throw new ParseFailure("the reply was cut off before its end; say it in fewer words", reply.text());
        }
        Map<String, JsonNode> read = new LinkedHashMap<>();
        for (Field field : layout.outputs()) {
            if (sections.containsKey(field.name())) {
                read.put(field.name(), FieldText.read(field, unescaped(sections.get(field.name()))));
            }
        }
        if (read.isEmpty()) {
            throw new ParseFailure(
                    "the reply has none of the markers "
                            + layout.outputs().stream()
                                    .map(field -> marker(field.name()))
                                    .collect(Collectors.joining(", ")),
                    reply.text());
        }
        return FieldText.checked(layout, read, reply.text());
    }

    /** Sections by name; the first of a name counts. */
    private static Map<String, String> split(String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            Matcher marker = MARKER.matcher(line.strip());
            if (marker.lookingAt()) {
                current = new StringBuilder(line.strip().substring(marker.end()).strip()).append('\n');
                sections.putIfAbsent(marker.group(1), current);
            } else {
                current.append(line).append('\n');
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((name, section) -> texts.put(name, section.toString()));
        return texts;
    }

    private static String escaped(String value) {
        return INSIDE.matcher(value).replaceAll("$1$2\\\\$3");
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll("$1$2");
    }
}
