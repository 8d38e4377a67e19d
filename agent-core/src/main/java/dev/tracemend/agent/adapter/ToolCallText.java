package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.agent.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tool calls in a reply. Takes several calls, code fences, JSON as models write it, a missing end tag, and the
 * variant with one JSON object {@code {"name": …, "arguments": …}} between the tags that many small models are trained on.
 */
final class ToolCallText {
    private static final Pattern OPEN = Pattern.compile("<tool_call>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("<name>\\s*([A-Za-z0-9_-]{1,64})\\s*</name>", Pattern.CASE_INSENSITIVE);
    private static final Pattern INPUT = Pattern.compile("<input>", Pattern.CASE_INSENSITIVE);

    private ToolCallText() {}

    static List<ToolCall> calls(String text, int turn) {
        List<ToolCall> calls = new ArrayList<>();
        Matcher open = OPEN.matcher(text);
        int from = 0;
        while (open.find(from)) {
            int end = end(text, open.end());
            String id = "call_" + turn + "_" + calls.size();
            call(text.substring(open.end(), end), id).ifPresent(calls::add);
            from = end;
        }
        return calls;
    }

    /** Where the call that begins here ends: at its end tag, else at the next call, else at the end of the text. */
    private static int end(String text, int start) {
        int close = index(text, "</tool_call>", start);
        int next = index(text, "<tool_call>", start);
        int end = close < 0 ? next : next < 0 ? close : Math.min(close, next);
        // A value may speak of the tag: the JSON that begins before it decides.
        int brace = text.indexOf('{', start);
        if (brace >= 0 && brace < end) {
            int balanced = Balance.end(text, brace);
            if (balanced > end) {
                int behind = index(text, "</tool_call>", balanced);
                return behind < 0 ? text.length() : behind;
            }
        }
        return end < 0 ? text.length() : end;
    }

    private static int index(String text, String tag, int from) {
        Matcher matcher =
                Pattern.compile(tag, Pattern.LITERAL | Pattern.CASE_INSENSITIVE).matcher(text);
        return matcher.find(from) ? matcher.start() : -1;
    }

    private static Optional<ToolCall> call(String body, String id) {
        Matcher name = NAME.matcher(body);
        if (!name.find()) {
            return LenientJson.firstObject(body)
                    .filter(json -> json.path("name").isTextual())
                    .map(json -> new ToolCall(id, json.get("name").asText(), arguments(json)));
        }
        Matcher input = INPUT.matcher(body);
        String given = input.find(name.end()) ? body.substring(input.end()) : "";
        int close = given.toLowerCase(java.util.Locale.ROOT).lastIndexOf("</input>");
        String inside = (close < 0 ? given : given.substring(0, close)).strip();
        String arguments =
                LenientJson.firstObject(inside).map(LenientJson::write).orElse(inside);
        return Optional.of(new ToolCall(id, name.group(1), arguments));
    }

    private static String arguments(JsonNode call) {
        for (String key : List.of("arguments", "parameters", "input")) {
            if (call.path(key).isObject()) {
                return call.get(key).toString();
            }
        }
        return "{}";
    }
}
