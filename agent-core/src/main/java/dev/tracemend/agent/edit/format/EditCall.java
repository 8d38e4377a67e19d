package dev.tracemend.agent.edit.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/** The edits that a JSON value asks for, whatever the tool calls its arguments. */
final class EditCall {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 12;
    private static final List<String> PATHS =
            List.of("path", "file_path", "filePath", "target_file", "filename", "file_name", "file");
    private static final List<String> OLD =
            List.of("old_str", "old_string", "oldString", "old_text", "oldText", "old_content", "search", "old");
    private static final List<String> NEW = List.of(
            "new_str",
            "new_string",
            "newString",
            "new_text",
            "newText",
            "new_content",
            "replace",
            "replacement",
            "new");
    private static final List<String> WHOLE = List.of("file_text", "content", "contents");
    private static final List<String> WRAPPERS = List.of(
            "arguments",
            "input",
            "parameters",
            "params",
            "tool_input",
            "args",
            "function",
            "tool_calls",
            "edits",
            "changes",
            "content",
            "calls");

    private final FileNames names;
    private final int line;
    private final List<ReplyEdit> into;

    EditCall(FileNames names, int line, List<ReplyEdit> into) {
        this.names = names;
        this.line = line;
        this.into = into;
    }

    /** Whether a text that is no JSON was meant to be a call. */
    static boolean looksLikeOne(String text) {
        return text.contains("\"old_str") || text.contains("\"old_string") || text.contains("\"oldText");
    }

    /** Adds the edits in a value; {@code around} is the path that an outer object named. */
    void read(JsonNode node, String around, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> read(element, around, depth + 1));
        } else if (node.isTextual() && node.asText().strip().startsWith("{")) {
            try {
                read(JSON.readTree(node.asText()), around, depth + 1);
            } catch (JsonProcessingException notACall) {
                return;
            }
        } else if (node.isObject()) {
            object(node, text(node, PATHS).map(names::resolve).orElse(around), depth);
        }
    }

    private void object(JsonNode node, String path, int depth) {
        String command = text(node, List.of("command", "name", "tool")).orElse("");
        Optional<String> old = text(node, OLD);
        Optional<String> replacement = text(node, NEW);
        if (old.isPresent() && !path.isEmpty()) {
            substitute(node, path, old.get(), replacement.orElse(""));
        } else if (node.path("insert_line").canConvertToInt() && !path.isEmpty()) {
            String text = replacement
                    .or(() -> text(node, List.of("insert_text", "text")))
                    .orElse("");
            int at = node.path("insert_line").asInt() + 1;
            Hints hints = new Hints(List.of(), Math.max(1, at), false, false, Hints.FinalEnd.KEEP);
            into.add(new ReplyEdit.Replace(path, line, List.of(), lines(text), hints));
        } else if (text(node, WHOLE).isPresent() && !path.isEmpty()) {
            String content = text(node, WHOLE).get();
            boolean closed = content.isEmpty() || content.endsWith("\n");
            into.add(new ReplyEdit.Content(path, line, lines(content), command.equals("create"), closed));
        } else if (old.isPresent()) {
            into.add(new ReplyEdit.Unreadable("", line, "the call names no file; give it as \"path\""));
        } else {
            WRAPPERS.forEach(wrapper -> read(node.path(wrapper), path, depth + 1));
        }
    }

    private void substitute(JsonNode node, String path, String old, String replacement) {
        if (old.isEmpty()) {
            into.add(new ReplyEdit.Content(path, line, lines(replacement), true, replacement.endsWith("\n")));
            return;
        }
        boolean all =
                node.path("replace_all").asBoolean() || node.path("replaceAll").asBoolean();
        int count = node.path("expected_replacements").asInt(node.path("count").asInt(1));
        into.add(new ReplyEdit.Substitute(path, line, old, replacement, all ? 0 : Math.max(1, count)));
    }

    private static List<String> lines(String text) {
        String plain = text.replace("\r\n", "\n");
        return plain.isEmpty()
                ? List.of()
                : List.of((plain.endsWith("\n") ? plain.substring(0, plain.length() - 1) : plain).split("\n", -1));
    }

    private static Optional<String> text(JsonNode node, List<String> keys) {
        return keys.stream()
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }
}
