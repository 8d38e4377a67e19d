package dev.tracemend.agent.signature;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.agent.signature.FieldType.Bool;
import dev.tracemend.agent.signature.FieldType.Choice;
import dev.tracemend.agent.signature.FieldType.Decimal;
import dev.tracemend.agent.signature.FieldType.Json;
import dev.tracemend.agent.signature.FieldType.ListOf;
import dev.tracemend.agent.signature.FieldType.Maybe;
import dev.tracemend.agent.signature.FieldType.Text;
import dev.tracemend.agent.signature.FieldType.Whole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Single values: text, numbers, truth values, names of an enum. */
final class Scalars {
    /** Longer ones are no numbers anybody means, and take time to parse. */
    private static final int LONGEST_NUMBER = 400;

    private static final int MOST_DIGITS = 1_000;

    private Scalars() {}

    static Object bind(String path, FieldType type, JsonNode node) throws BindingException {
        if (type instanceof Json) {
            return node;
        }
        if (type instanceof Text) {
            return node.isValueNode() ? node.asText() : node.toString();
        }
        if (type instanceof Bool) {
            return truth(path, node);
        }
        BigDecimal number = number(node)
                .orElseThrow(() -> new BindingException(path, "takes " + expected(type) + ", not " + shown(node)));
        try {
            return type instanceof Whole whole
                    ? whole(number.toBigIntegerExact(), whole.java())
                    : decimal(number, ((Decimal) type).java());
        } catch (ArithmeticException outside) {
            throw new BindingException(path, "takes " + expected(type) + ", not " + shown(node));
        }
    }

    static Object choice(String path, Choice type, JsonNode node) throws BindingException {
        String wanted = plain(node.asText());
        for (int i = 0; i < type.names().size(); i++) {
            String name = type.names().get(i);
            if (plain(name).equals(wanted)) {
                int ordinal = i;
                return type.java()
                        .<Object>map(java -> java.getEnumConstants()[ordinal])
                        .orElse(name);
            }
        }
        throw new BindingException(path, "takes " + expected(type) + ", not " + shown(node));
    }

    /** What a field takes, in words for the author of the value. */
    static String expected(FieldType type) {
        if (type instanceof Choice choice) {
            return "one of " + String.join(", ", choice.names());
        }
        if (type instanceof Whole) {
            return "a whole number";
        }
        if (type instanceof Decimal) {
            return "a number";
        }
        if (type instanceof Bool) {
            return "true or false";
        }
        if (type instanceof ListOf list) {
            return "a list, each element " + expected(list.element());
        }
        if (type instanceof Maybe maybe) {
            return expected(maybe.value());
        }
        return type instanceof Text ? "text" : "a JSON value";
    }

    private static Boolean truth(String path, JsonNode node) throws BindingException {
        String text = node.isValueNode() ? node.asText().strip().toLowerCase(Locale.ROOT) : "";
        if (text.equals("true") || text.equals("yes")) {
            return true;
        }
        if (text.equals("false") || text.equals("no")) {
            return false;
        }
        throw new BindingException(path, "takes true or false, not " + shown(node));
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        String text = node.isNumber() || node.isTextual() ? node.asText().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            BigDecimal number = node.isNumber() ? node.decimalValue() : new BigDecimal(text);
            return Math.abs((long) number.scale()) > MOST_DIGITS ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Number whole(BigInteger number, Class<? extends Number> java) {
        if (java == Integer.class) {
            return number.intValueExact();
        }
        return java == Long.class ? (Number) number.longValueExact() : number;
    }

    private static Number decimal(BigDecimal number, Class<? extends Number> java) {
        if (java == BigDecimal.class) {
            return number;
        }
        return java == Double.class ? (Number) number.doubleValue() : (Number) number.floatValue();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
