package dev.tracemend.agent.signature;

import dev.tracemend.agent.signature.FieldType.Bool;
import dev.tracemend.agent.signature.FieldType.Choice;
import dev.tracemend.agent.signature.FieldType.Decimal;
import dev.tracemend.agent.signature.FieldType.Json;
import dev.tracemend.agent.signature.FieldType.ListOf;
import dev.tracemend.agent.signature.FieldType.MapOf;
import dev.tracemend.agent.signature.FieldType.Maybe;
import dev.tracemend.agent.signature.FieldType.Text;
import dev.tracemend.agent.signature.FieldType.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads DSPy's string form: fields with commas between them, {@code ->}, fields. Types are Python's: {@code str, int,
 * float, bool, list[…], dict[str, …], Optional[…], Literal['a', 'b'], Any}.
 */
final class SignatureParser {
    private static final int DEEPEST = 8;

    private final String text;
    private int at;
    private int depth;

    private SignatureParser(String text) {
        this.text = text;
    }

    static Layout parse(String text) {
        SignatureParser parser = new SignatureParser(text);
        List<Field> inputs = parser.fields();
        if (!parser.take("->")) {
            throw parser.wrong("an arrow '->' between inputs and outputs");
        }
        List<Field> outputs = parser.fields();
        if (parser.at < text.length()) {
            throw parser.wrong(outputs.isEmpty() ? "an output field" : "a comma or the end");
        }
        return Layout.of(inputs, outputs);
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        skip();
        if (at == text.length() || text.startsWith("->", at)) {
            return fields;
        }
        do {
            String name = word("a field name");
            fields.add(new Field(name, take(":") ? type() : new Text(), ""));
        } while (take(","));
        return fields;
    }

    private FieldType type() {
        if (++depth > DEEPEST) {
            throw wrong("at most " + DEEPEST + " types within each other");
        }
        FieldType type = named(word("a type"));
        depth--;
        return type;
    }

    private FieldType named(String name) {
        return switch (name) {
            case "str" -> new Text();
            case "int" -> new Whole(Long.class);
            case "float" -> new Decimal(Double.class);
            case "bool" -> new Bool();
            case "Any" -> new Json();
            case "list", "List" -> take("[") ? closed(new ListOf(type())) : new ListOf(new Json());
            case "dict", "Dict" -> dict();
            case "Optional" -> closed(new Maybe(open().type()));
            case "Literal" -> closed(open().literals());
            default ->
                throw wrong("a type before this: '" + name
                        + "' is none of str, int, float, bool, list[…], dict[str, …], Optional[…], Literal[…], Any");
        };
    }

    private FieldType dict() {
        if (!take("[")) {
            return new MapOf(new Json());
        }
        if (!(type() instanceof Text) || !take(",")) {
            throw wrong("dict[str, …]: keys are text");
        }
        return closed(new MapOf(type()));
    }

    private FieldType literals() {
        List<String> names = new ArrayList<>();
        do {
            skip();
            char quote = at < text.length() ? text.charAt(at) : ' ';
            int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
            if (end < 0) {
                throw wrong("a name in quotes");
            }
            names.add(text.substring(at + 1, end));
            at = end + 1;
        } while (take(","));
        return new Choice(Optional.empty(), List.copyOf(names));
    }

    private SignatureParser open() {
        if (!take("[")) {
            throw wrong("'['");
        }
        return this;
    }

    private FieldType closed(FieldType type) {
        if (!take("]")) {
            throw wrong("']'");
        }
        return type;
    }

    private String word(String wanted) {
        skip();
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        if (start == at || Character.isDigit(text.charAt(start))) {
            throw wrong(wanted);
        }
        return text.substring(start, at);
    }

    private boolean take(String token) {
        skip();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        skip();
        return true;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private DeclarationException wrong(String wanted) {
        return new DeclarationException("the signature \"" + text + "\" needs " + wanted + " at character " + (at + 1)
                + "; an example: \"question, context: list[str] -> answer, score: float\"");
    }
}
