package dev.tracemend.agent.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns values of the declared types into JSON, in the order of their components; an absent value leaves no key. */
public final class ValueWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private ValueWriter() {}

    /** A record's components. */
    public static ObjectNode record(Record value) {
        ObjectNode object = JSON.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            put(object, component.getName(), read(component, value));
        }
        return object;
    }

    /** A map's entries. */
    public static ObjectNode map(Map<?, ?> values) {
        ObjectNode object = JSON.objectNode();
        values.forEach((key, value) -> put(object, String.valueOf(key), value));
        return object;
    }

    /** Any value. */
    public static JsonNode value(@Nullable Object value) {
        if (value == null || value instanceof Optional<?> absent && absent.isEmpty()) {
            return JSON.nullNode();
        }
        if (value instanceof Optional<?> present) {
            return value(present.get());
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Record record) {
            return record(record);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Iterable<?> values) {
            ArrayNode array = JSON.arrayNode();
            values.forEach(element -> array.add(value(element)));
            return array;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return JSON.numberNode(new BigInteger(value.toString()));
        }
        if (value instanceof BigDecimal decimal) {
            return JSON.numberNode(decimal);
        }
        if (value instanceof Number number) {
            return JSON.numberNode(number.doubleValue());
        }
        return JSON.textNode(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }

    private static void put(ObjectNode object, String name, @Nullable Object value) {
        JsonNode node = value(value);
        if (!node.isNull()) {
            object.set(name, node);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
