package dev.tracemend.agent.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps secrets that stand in string literals of sources out of prompts: each gets a name such as {@code [secret-1]}, and
 * a reply that quotes the line with the name means the line with the secret. For one thread at a time.
 */
final class SourceSecrets {
    private final Map<String, String> names = new LinkedHashMap<>();

    /** The source with names in place of secrets; lines stay lines. */
    synchronized String masked(String source) {
        StringBuilder text = new StringBuilder();
        for (String line : source.split("(?<=\n)", -1)) {
            text.append(line(line));
        }
        return text.toString();
    }

    /** A reply with the secrets in place of their names. */
    synchronized String restored(String reply) {
        String text = reply;
        for (Map.Entry<String, String> each : names.entrySet()) {
            text = text.replace(each.getValue(), each.getKey());
        }
        return text;
    }

    private String line(String line) {
        String redacted = RepairPrompt.masked(line);
        if (redacted.equals(line)) {
            return line;
        }
        int from = 0;
        while (from < Math.min(line.length(), redacted.length()) && line.charAt(from) == redacted.charAt(from)) {
            from++;
        }
        int behind = 0;
        while (behind < Math.min(line.length(), redacted.length()) - from
                && line.charAt(line.length() - 1 - behind) == redacted.charAt(redacted.length() - 1 - behind)) {
            behind++;
        }
        String secret = line.substring(from, line.length() - behind);
        // Code is no secret: `password = next()` must be read to be mended.
        if (!inLiteral(line, from) && !secret.startsWith("\"") && !secret.startsWith("'")) {
            return line;
        }
        String name = names.computeIfAbsent(secret, key -> "[secret-" + (names.size() + 1) + "]");
        return line.substring(0, from) + name + line.substring(line.length() - behind);
    }

    private static boolean inLiteral(String line, int at) {
        char open = 0;
        for (int i = 0; i < at; i++) {
            char each = line.charAt(i);
            if (each == '\\') {
                i++;
            } else if (open != 0) {
                open = each == open ? 0 : open;
            } else if (each == '"' || each == '\'') {
                open = each;
            }
        }
        return open != 0;
    }
}
