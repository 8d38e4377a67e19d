package dev.tracemend.agent.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.signature.FieldType.Choice;
import dev.tracemend.agent.signature.FieldType.ListOf;
import dev.tracemend.agent.signature.FieldType.MapOf;
import dev.tracemend.agent.signature.FieldType.Maybe;
import dev.tracemend.agent.signature.FieldType.Nested;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Turns JSON into values of declared types. Forgives what is certain (a number in quotes, an enum's name in another case,
 * one value where a list of one is meant) and refuses what is not; nothing is ever invented for a field that is missing.
 */
public final class ValueBinder {
    private ValueBinder() {}

    /**
     * The values of an object's fields in declared order.
     *
     * @throws BindingException for an unknown field, a missing one, or one of another type
     */
    public static List<Object> bind(List<Field> fields, ObjectNode object) throws BindingException {
        return bind("", fields, object);
    }

    /**
     * One value.
     *
     * @throws BindingException when it does not fit
     */
    public static Object bind(String path, FieldType type, JsonNode node) throws BindingException {
        if (type instanceof Maybe maybe) {
            return absent(node) ? Optional.empty() : Optional.of(bind(path, maybe.value(), node));
        }
        if (absent(node)) {
            throw new BindingException(path, "is missing; it takes " + Scalars.expected(type));
        }
        if (type instanceof ListOf list) {
            return list(path, list, node);
        }
        if (type instanceof MapOf map) {
            return map(path, map, node);
        }
        if (type instanceof Nested nested) {
            return record(path, nested, node);
        }
        return type instanceof Choice choice ? Scalars.choice(path, choice, node) : Scalars.bind(path, type, node);
    }

    private static List<Object> bind(String path, List<Field> fields, ObjectNode object) throws BindingException {
        TreeSet<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        List<Object> values = new ArrayList<>();
        for (Field field : fields) {
            unknown.remove(field.name());
            JsonNode node = object.path(field.name());
            values.add(bind(join(path, field.name()), field.type(), node));
        }
        if (!unknown.isEmpty()) {
            throw new BindingException(
                    join(path, unknown.first()),
                    "is unknown; the fields are "
                            + String.join(", ", fields.stream().map(Field::name).toList()));
        }
        return values;
    }

    private static boolean absent(JsonNode node) {
        return node.isNull() || node instanceof MissingNode;
    }

    private static List<Object> list(String path, ListOf type, JsonNode node) throws BindingException {
        if (node.isObject() && !(type.element() instanceof Nested)) {
            throw new BindingException(path, "takes a list, but is an object");
        }
        List<Object> values = new ArrayList<>();
        Iterable<JsonNode> elements = node.isArray() ? node : List.of(node);
        for (JsonNode element : elements) {
            values.add(bind(path + "[" + values.size() + "]", type.element(), element));
        }
        return List.copyOf(values);
    }

    private static Map<String, Object> map(String path, MapOf type, JsonNode node) throws BindingException {
        if (!node.isObject()) {
            throw new BindingException(path, "takes an object with text keys");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> entries = node.fields(); entries.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = entries.next();
            values.put(entry.getKey(), bind(join(path, entry.getKey()), type.value(), entry.getValue()));
        }
        return values;
    }

    private static Record record(String path, Nested type, JsonNode node) throws BindingException {
        if (!(node instanceof ObjectNode object)) {
            throw new BindingException(
                    path,
                    "takes an object with the fields "
                            + String.join(
                                    ", ",
                                    type.fields().stream().map(Field::name).toList()));
        }
        return Records.make(path, type.java(), bind(path, type.fields(), object));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
