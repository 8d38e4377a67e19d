package dev.tracemend.agent.signature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The types that a model can be asked for and that are checked when its answer arrives. */
public sealed interface FieldType {

    /** Any characters. */
    record Text() implements FieldType {}

    /** A whole number; {@code java} is {@code int}, {@code long} or {@link java.math.BigInteger}, boxed. */
    record Whole(Class<? extends Number> java) implements FieldType {}

    /** A number with decimals; {@code java} is {@code float}, {@code double} or {@link java.math.BigDecimal}, boxed. */
    record Decimal(Class<? extends Number> java) implements FieldType {}

    /** True or false. */
    record Bool() implements FieldType {}

    /** One of some names: an enum's constants, or, where {@code java} is empty, texts. */
    record Choice(Optional<Class<?>> java, List<String> names) implements FieldType {}

    /** Several values in order. */
    record ListOf(FieldType element) implements FieldType {}

    /** Values under text keys, in the order in which they came. */
    record MapOf(FieldType value) implements FieldType {}

    /** A record within a record. */
    record Nested(Class<? extends Record> java, List<Field> fields) implements FieldType {}

    /** A value that may be absent. */
    record Maybe(FieldType value) implements FieldType {}

    /** Any JSON, taken as a {@link JsonNode} unseen. */
    record Json() implements FieldType {}
}
