package dev.tracemend.bench.repair;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fields of a {@code case.json}; one of the wrong kind is told by its name, unknown ones are passed over. */
final class CaseFields {
    private static final String FILE = "case.json: ";
    private final JsonNode json;

    private CaseFields(JsonNode json) {
        this.json = json;
    }

    static CaseFields read(Path file) throws IOException {
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readString(file));
            if (json == null || !json.isObject()) {
                throw new IOException(FILE + "it must hold one JSON object, {...}");
            }
            return new CaseFields(json);
        } catch (JsonProcessingException broken) {
            throw new IOException(
                    FILE + "line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ": no JSON: " + broken.getOriginalMessage(),
                    broken);
        }
    }

    /** The fields of an object within; none where it is absent. */
    CaseFields inside(String name) throws IOException {
        JsonNode node = json.path(name);
        check(node.isMissingNode() || node.isObject(), name, "an object");
        return new CaseFields(node);
    }

    /** A text by the first of its names that is there. */
    String text(String otherwise, String... names) throws IOException {
        for (String name : names) {
            JsonNode node = json.path(name);
            if (!node.isMissingNode()) {
                check(node.isTextual(), name, "a text");
                return node.asText();
            }
        }
        return otherwise;
    }

    /** One of some words, the first where none is given. */
    String oneOf(String name, String... words) throws IOException {
        String word = text(words[0], name);
        check(List.of(words).contains(word), name, "one of " + String.join(", ", words));
        return word;
    }

    /** A text, a list of texts, or texts with the path separator between. */
    List<String> texts(String... names) throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            JsonNode node = json.path(name);
            check(node.isMissingNode() || node.isTextual() || node.isArray(), name, "a text or a list of texts");
            if (node.isTextual()) {
                found.addAll(List.of(node.asText().split(File.pathSeparator)));
            }
            for (JsonNode each : node) {
                check(each.isTextual(), name, "a text or a list of texts");
                found.add(each.asText());
            }
        }
        found.removeIf(String::isBlank);
        return found;
    }

    boolean yes(String name) throws IOException {
        JsonNode node = json.path(name);
        check(node.isMissingNode() || node.isBoolean(), name, "true or false");
        return node.asBoolean(false);
    }

    int number(String name, int otherwise) throws IOException {
        JsonNode node = json.path(name);
        check(node.isMissingNode() || node.canConvertToInt() && node.asInt() >= 0, name, "a number, 0 or more");
        return node.asInt(otherwise);
    }

    private static void check(boolean fits, String name, String wanted) throws IOException {
        if (!fits) {
            throw new IOException(FILE + "\"" + name + "\" must be " + wanted);
        }
    }
}
