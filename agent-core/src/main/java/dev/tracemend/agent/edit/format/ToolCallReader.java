package dev.tracemend.agent.edit.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Tool calls written as JSON, alone, in a fence or in a longer object: which of them are edits is {@link EditCall}'s. */
final class ToolCallReader implements BlockReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final int LONGEST = 4 << 20;
    private static final int PATIENCE = 40;

    private int vain;

    @Override
    public boolean begins(ReplyLines reply, int line) {
        String text = reply.stripped(line);
        if (text.isEmpty() || text.charAt(0) != '{' && text.charAt(0) != '[' || vain >= PATIENCE) {
            return false;
        }
        if (text.length() == 1) {
            String below = reply.stripped(line + 1);
            return below.startsWith("\"") || below.startsWith("{");
        }
        return text.startsWith("{\"") || text.startsWith("[{") || text.startsWith("{ \"") || text.startsWith("[ {");
    }

    @Override
    public int read(ReplyLines reply, int line, List<ReplyEdit> into) {
        StringBuilder text = new StringBuilder();
        int end = extent(reply, line, text);
        int before = into.size();
        String found = text.toString();
        if (end > 0) {
            try {
                new EditCall(reply.names(), line + 1, into).read(JSON.readTree(found), "", 0);
            } catch (JsonProcessingException malformed) {
                end = -1;
            }
        }
        if (end < 0 && EditCall.looksLikeOne(found)) {
            into.add(new ReplyEdit.Unreadable("", line + 1, "a tool call is not whole JSON; quote it again"));
            return line + 1 + (int) found.lines().count();
        }
        vain += into.size() == before ? 1 : 0;
        return into.size() == before ? line + 1 : end;
    }

    /** Gathers the text of the value that begins at this line; the first line behind it, or -1 where it does not end. */
    private static int extent(ReplyLines reply, int line, StringBuilder text) {
        int depth = 0;
        boolean string = false;
        for (int at = line; at < reply.size() && text.length() < LONGEST; at++) {
            String content = reply.at(at);
            if (at > line && !string && reply.isFence(at)) {
                return -1;
            }
            for (int i = 0; i < content.length(); i++) {
                char sign = content.charAt(i);
                if (string) {
                    i += sign == '\\' ? 1 : 0;
                    string = sign != '"';
                } else if (sign == '"') {
                    string = true;
                } else if (sign == '{' || sign == '[') {
                    depth++;
                } else if (sign == '}' || sign == ']') {
                    depth--;
                    if (depth == 0) {
                        text.append(content, 0, i + 1);
                        return at + 1;
                    }
                }
            }
            text.append(content).append('\n');
        }
        return -1;
    }
}
