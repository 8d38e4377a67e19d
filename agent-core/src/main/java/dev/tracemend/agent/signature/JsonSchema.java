package dev.tracemend.agent.signature;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.signature.FieldType.Bool;
import dev.tracemend.agent.signature.FieldType.Choice;
import dev.tracemend.agent.signature.FieldType.Decimal;
import dev.tracemend.agent.signature.FieldType.Json;
import dev.tracemend.agent.signature.FieldType.ListOf;
import dev.tracemend.agent.signature.FieldType.MapOf;
import dev.tracemend.agent.signature.FieldType.Maybe;
import dev.tracemend.agent.signature.FieldType.Nested;
import dev.tracemend.agent.signature.FieldType.Whole;
import java.util.List;

/** JSON Schema of fields; keys always come in the same order, so that a prompt is the same to the byte. */
public final class JsonSchema {
    private JsonSchema() {}

    /** An object with these fields and no others. */
    public static ObjectNode of(List<Field> fields) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Field field : fields) {
            ObjectNode type = of(field.type());
            if (!field.description().isEmpty()) {
                type.put("description", field.description());
            }
            properties.set(field.name(), type);
            if (!field.optional()) {
                required.add(field.name());
            }
        }
        return schema.put("additionalProperties", false);
    }

    /** One value of a type. */
    public static ObjectNode of(FieldType type) {
        if (type instanceof Maybe maybe) {
            return of(maybe.value());
        }
        if (type instanceof Nested nested) {
            return of(nested.fields());
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof ListOf list) {
            schema.put("type", "array").set("items", of(list.element()));
        } else if (type instanceof MapOf map) {
            schema.put("type", "object").set("additionalProperties", of(map.value()));
        } else if (type instanceof Choice choice) {
            ArrayNode names = schema.put("type", "string").putArray("enum");
            choice.names().forEach(names::add);
        } else if (!(type instanceof Json)) {
            schema.put("type", scalar(type));
        }
        return schema;
    }

    private static String scalar(FieldType type) {
        if (type instanceof Whole) {
            return "integer";
        }
        if (type instanceof Decimal) {
            return "number";
        }
        return type instanceof Bool ? "boolean" : "string";
    }
}
