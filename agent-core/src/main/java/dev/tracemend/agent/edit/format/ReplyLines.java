package dev.tracemend.agent.edit.format;

import java.util.List;

/** The lines of a reply, without their ends, and the files that it may mean. */
record ReplyLines(List<String> lines, FileNames names) {

    int size() {
        return lines.size();
    }

    /** A line; empty beyond the end. */
    String at(int line) {
        return line >= 0 && line < lines.size() ? lines.get(line) : "";
    }

    String stripped(int line) {
        return at(line).strip();
    }

    /** Whether the line opens or closes a Markdown fence. */
    boolean isFence(int line) {
        String text = stripped(line);
        return text.startsWith("```") || text.startsWith("~~~");
    }

    List<String> between(int from, int to) {
        return List.copyOf(lines.subList(Math.min(from, size()), Math.min(Math.max(from, to), size())));
    }
}
