package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.signature.BindingException;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.FieldType;
import dev.tracemend.agent.signature.FieldType.Bool;
import dev.tracemend.agent.signature.FieldType.Choice;
import dev.tracemend.agent.signature.FieldType.Decimal;
import dev.tracemend.agent.signature.FieldType.Maybe;
import dev.tracemend.agent.signature.FieldType.Text;
import dev.tracemend.agent.signature.FieldType.Whole;
import dev.tracemend.agent.signature.JsonSchema;
import dev.tracemend.agent.signature.Layout;
import dev.tracemend.agent.signature.ValueBinder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fields in words: what each is, how its value is printed, and how a printed value is read. */
final class FieldText {
    private static final Set<String> ABSENT = Set.of("", "null", "none", "n/a");

    private FieldText() {}

    /** The numbered list of fields that stands in an instruction. */
    static String list(List<Field> fields) {
        StringBuilder text = new StringBuilder();
        for (Field field : fields) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(1 + fields.indexOf(field))
                    .append(". `")
                    .append(field.name())
                    .append("` (")
                    .append(kind(field.type()))
                    .append(')')
                    .append(field.description().isEmpty() ? "" : ": " + field.description());
        }
        return text.toString();
    }

    /** What a value of the field must look like; empty for text, which may be anything. */
    static String rule(FieldType type) {
        if (type instanceof Text) {
            return "";
        }
        if (type instanceof Maybe maybe) {
            String inner = rule(maybe.value());
            return "may be left empty" + (inner.isEmpty() ? "" : "; " + inner);
        }
        if (type instanceof Bool) {
            return "must be true or false";
        }
        if (type instanceof Whole) {
            return "must be a single whole number";
        }
        if (type instanceof Decimal) {
            return "must be a single number";
        }
        return type instanceof Choice choice
                ? "must be one of: " + String.join("; ", choice.names())
                : "must be JSON of this schema: " + JsonSchema.of(type);
    }

    /** A value as it is printed: text as it is, a list given for text numbered, all else compact JSON. */
    static String print(Field field, JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        if (!(inner(field.type()) instanceof Text) || !value.isArray()) {
            return value.toString();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.size(); i++) {
            text.append(i == 0 ? "" : "\n")
                    .append('[')
                    .append(i + 1)
                    .append("] «")
                    .append(value.get(i).asText())
                    .append('»');
        }
        return text.toString();
    }

    /**
     * A printed value as JSON, its type not checked yet.
     *
     * @throws ParseFailure when it must be JSON and is not, as when it was cut off
     */
    static JsonNode read(Field field, String printed) throws ParseFailure {
        String text = printed.strip();
        FieldType type = inner(field.type());
        if (field.optional() && ABSENT.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return JsonNodeFactory.instance.nullNode();
        }
        JsonNode plain = JsonNodeFactory.instance.textNode(text);
        if (type instanceof Text) {
            return plain;
        }
        if (type instanceof Choice) {
            return JsonNodeFactory.instance.textNode(unquoted(text));
        }
        Optional<JsonNode> json = LenientJson.whole(text);
        if (json.isEmpty() && !(type instanceof Whole || type instanceof Decimal || type instanceof Bool)) {
            throw new ParseFailure(
                    "`" + field.name() + "` " + rule(type) + "; what stands there is no complete JSON", text);
        }
        return json.orElse(plain);
    }

    /**
     * Output fields that were read, checked.
     *
     * @throws ParseFailure for a field that is missing or of another type; optional ones may be missing
     */
    static ObjectNode checked(Layout layout, Map<String, JsonNode> read, String raw) throws ParseFailure {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Field field : layout.outputs()) {
            JsonNode node = read.getOrDefault(field.name(), JsonNodeFactory.instance.missingNode());
            try {
                ValueBinder.bind(field.name(), field.type(), node);
            } catch (BindingException misfit) {
                throw new ParseFailure(misfit.problem(), raw);
            }
            if (!node.isNull() && !node.isMissingNode()) {
                values.set(field.name(), node);
            }
        }
        return values;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.startsWith("\"") && text.endsWith("\"")
                        || text.startsWith("'") && text.endsWith("'")
                        || text.startsWith("`") && text.endsWith("`"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static FieldType inner(FieldType type) {
        return type instanceof Maybe maybe ? maybe.value() : type;
    }

    private static String kind(FieldType type) {
        if (type instanceof Maybe maybe) {
            return kind(maybe.value()) + ", optional";
        }
        if (type instanceof Text) {
            return "text";
        }
        if (type instanceof Bool) {
            return "true or false";
        }
        if (type instanceof Whole) {
            return "whole number";
        }
        if (type instanceof Decimal) {
            return "number";
        }
        return type instanceof Choice ? "one of some names" : "JSON";
    }
}
