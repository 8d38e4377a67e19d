package dev.tracemend.tailer.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of Docker's json-file, an object of texts and of objects of texts. Not a reader of any JSON: what is not of
 * this form is no container's line.
 */
final class DockerLine {
    private final String json;
    private int at;
    private @Nullable String log;
    private @Nullable String stream;
    private boolean timed;

    private DockerLine(String json) {
        this.json = json;
    }

    static Optional<ContainerFormat.Part> parse(String json) {
        try {
            return new DockerLine(json).part();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<ContainerFormat.Part> part() {
        if (!object(true) || at != json.length() || log == null || stream == null || !timed) {
            return Optional.empty();
        }
        boolean error = stream.equals("stderr");
        if (!error && !stream.equals("stdout")) {
            return Optional.empty();
        }
        boolean ends = log.endsWith("\n");
        String text = ends ? log.substring(0, log.length() - (log.endsWith("\r\n") ? 2 : 1)) : log;
        return Optional.of(new ContainerFormat.Part(text.getBytes(StandardCharsets.UTF_8), error, !ends));
    }

    /** Whether there is one; only of the outer one the values are taken. */
    private boolean object(boolean outer) {
        if (!take('{')) {
            return false;
        }
        while (!take('}')) {
            String name = text();
            if (!take(':')) {
                return false;
            }
            if (json.charAt(at) == '{') {
                if (!outer || !object(false)) {
                    return false;
                }
            } else if (outer) {
                value(name, text());
            } else {
                text();
            }
            if (!take(',') && json.charAt(at) != '}') {
                return false;
            }
        }
        return true;
    }

    private void value(String name, String value) {
        switch (name) {
            case "log" -> log = value;
            case "stream" -> stream = value;
            case "time" -> timed = true;
            default -> {}
        }
    }

    private boolean take(char wanted) {
        boolean is = json.charAt(at) == wanted;
        at += is ? 1 : 0;
        return is;
    }

    private String text() {
        if (!take('"')) {
            throw new NumberFormatException("no text");
        }
        int end = json.indexOf('"', at);
        int escape = json.indexOf('\\', at);
        if (end >= 0 && (escape < 0 || escape > end)) {
            String plain = json.substring(at, end);
            at = end + 1;
            return plain;
        }
        StringBuilder text = new StringBuilder();
        while (!take('"')) {
            char each = json.charAt(at++);
            text.append(each == '\\' ? escaped(json.charAt(at++)) : each);
        }
        return text.toString();
    }

    private char escaped(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json.substring(at - 4, at), 16);
            }
            case '"', '\\', '/' -> kind;
            default -> throw new NumberFormatException("no escape: " + kind);
        };
    }
}
