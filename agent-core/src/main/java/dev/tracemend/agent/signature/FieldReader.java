package dev.tracemend.agent.signature;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.agent.signature.FieldType.Bool;
import dev.tracemend.agent.signature.FieldType.Choice;
import dev.tracemend.agent.signature.FieldType.Decimal;
import dev.tracemend.agent.signature.FieldType.Json;
import dev.tracemend.agent.signature.FieldType.ListOf;
import dev.tracemend.agent.signature.FieldType.MapOf;
import dev.tracemend.agent.signature.FieldType.Maybe;
import dev.tracemend.agent.signature.FieldType.Nested;
import dev.tracemend.agent.signature.FieldType.Text;
import dev.tracemend.agent.signature.FieldType.Whole;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads fields off declared types, once, when a signature or a tool is made. */
public final class FieldReader {
    private static final String TAKEN =
            "use String, a number, boolean, an enum, a record, or List, Map<String, …> and Optional of these";

    private final String owner;
    private final List<Class<?>> open = new ArrayList<>();

    private FieldReader(String owner) {
        this.owner = owner;
    }

    /**
     * The components of a record, in order.
     *
     * @throws DeclarationException when a component has a type that no model can fill
     */
    public static List<Field> of(Class<? extends Record> record) {
        return new FieldReader(record.getSimpleName()).components(record);
    }

    /** The same fields under names in snake case, as tools' arguments are spelt. */
    public static List<Field> snakeCase(List<Field> fields) {
        return fields.stream()
                .map(field -> new Field(Naming.snake(field.name()), field.type(), field.description()))
                .toList();
    }

    /**
     * One value declared elsewhere, such as a method's parameter; {@code owner} is what an error names.
     *
     * @throws DeclarationException when the type is one that no model can fill
     */
    public static Field of(String owner, String name, Type type, String description) {
        return new Field(name, new FieldReader(owner).read(name, type), description);
    }

    private List<Field> components(Class<? extends Record> record) {
        if (open.contains(record)) {
            throw new DeclarationException(record.getSimpleName() + " holds itself, in " + owner
                    + ": a model cannot be shown an endless type; refer to the inner one by a name or a number");
        }
        open.add(record);
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Desc desc = component.getAnnotation(Desc.class);
            fields.add(new Field(
                    component.getName(),
                    read(component.getName(), component.getGenericType()),
                    desc == null ? "" : desc.value()));
        }
        open.remove(record);
        return List.copyOf(fields);
    }

    private FieldType read(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(name, generic);
        }
        if (type instanceof Class<?> plain) {
            return plain(name, plain);
        }
        throw refused(name, type);
    }

    private FieldType generic(String name, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ListOf(read(name, arguments[0]));
        }
        if (type.getRawType() == Optional.class) {
            return new Maybe(read(name, arguments[0]));
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return new MapOf(read(name, arguments[1]));
        }
        throw refused(name, type);
    }

    private FieldType plain(String name, Class<?> type) {
        if (type == String.class) {
            return new Text();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Bool();
        }
        if (type == JsonNode.class) {
            return new Json();
        }
        if (type.isEnum()) {
            return new Choice(
                    Optional.of(type),
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList());
        }
        if (type.isRecord()) {
            Class<? extends Record> record = type.asSubclass(Record.class);
            return new Nested(record, components(record));
        }
        return number(type).orElseThrow(() -> refused(name, type));
    }

    private static Optional<FieldType> number(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Optional.of(new Whole(Integer.class));
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(new Whole(Long.class));
        }
        if (type == BigInteger.class) {
            return Optional.of(new Whole(BigInteger.class));
        }
        if (type == double.class || type == Double.class) {
            return Optional.of(new Decimal(Double.class));
        }
        if (type == float.class || type == Float.class) {
            return Optional.of(new Decimal(Float.class));
        }
        return type == BigDecimal.class ? Optional.of(new Decimal(BigDecimal.class)) : Optional.empty();
    }

    private DeclarationException refused(String name, Type type) {
        return new DeclarationException(
                "field `" + name + "` of " + owner + " has the type " + type.getTypeName() + ": " + TAKEN);
    }
}
