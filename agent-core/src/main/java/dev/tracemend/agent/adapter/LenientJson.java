package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * Reads JSON as models write it: in code fences, amid prose, with single quotes, bare keys, trailing commas, comments and
 * raw line ends. What is cut off stays unread; nothing is closed that the model did not close.
 */
final class LenientJson {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper LOOSE = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private LenientJson() {}

    /** A whole text as one JSON value. */
    static Optional<JsonNode> whole(String text) {
        String bare = Fences.inside(text.strip());
        return read(STRICT, bare).or(() -> read(LOOSE, bare));
    }

    /** The first object in a text that is JSON, prose around it or not. */
    static Optional<JsonNode> firstObject(String text) {
        Optional<JsonNode> whole = whole(text).filter(JsonNode::isObject);
        if (whole.isPresent()) {
            return whole;
        }
        int tries = 0;
        for (int start = text.indexOf('{'); start >= 0 && tries < 20; start = text.indexOf('{', start + 1)) {
            int end = Balance.end(text, start);
            if (end < 0) {
                return Optional.empty();
            }
            Optional<JsonNode> found = whole(text.substring(start, end)).filter(JsonNode::isObject);
            if (found.isPresent()) {
                return found;
            }
            tries++;
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> read(JsonMapper mapper, String text) {
        try {
            JsonNode node = mapper.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    /** The compact form without escapes for letters beyond ASCII. */
    static String write(JsonNode node) {
        return node.toString();
    }
}
