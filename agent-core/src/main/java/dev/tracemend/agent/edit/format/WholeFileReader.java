package dev.tracemend.agent.edit.format;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listings of whole files in fences. Their name stands on the line above, behind the fence's language, or in a comment on
 * the first line. Only where this form was asked for is a name also taken from the prose before or from the one file
 * that the conversation is about; else a snippet in an explanation would overwrite a file.
 */
final class WholeFileReader {
    private static final Pattern OPEN = Pattern.compile("(`{3,}|~{3,})\\s*([^`]*)");
    private static final Pattern MENTIONED = Pattern.compile("`([^`\\s]+\\.[A-Za-z0-9]+)`");
    private static final Pattern COMMENT =
            Pattern.compile("(?://|#|--|;|<!--|/\\*)\\s*(\\S+/\\S+\\.\\w+)\\s*(?:-->|\\*/)?");
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "shell", "zsh", "console", "cmd", "powershell", "bat", "terminal", "output", "log");
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("python", "py"),
            Map.entry("javascript", "js"),
            Map.entry("typescript", "ts"),
            Map.entry("rust", "rs"),
            Map.entry("ruby", "rb"),
            Map.entry("kotlin", "kt"),
            Map.entry("markdown", "md"),
            Map.entry("yaml", "yml"),
            Map.entry("csharp", "cs"),
            Map.entry("c++", "cpp"));

    private final boolean asked;
    private final Set<String> seen = new HashSet<>();
    private String mentioned = "";

    /** A reader; {@code asked} where the reply was to have this form. */
    WholeFileReader(boolean asked) {
        this.asked = asked;
    }

    /** Adds the listings of a reply. */
    void read(ReplyLines reply, List<ReplyEdit> into) {
        int at = 0;
        while (at < reply.size()) {
            Matcher open = OPEN.matcher(reply.stripped(at));
            if (!open.matches()) {
                mention(reply, at++);
                continue;
            }
            int close = close(reply, at, open.group(1));
            String path = name(reply, at, open.group(2).strip());
            if (path.isEmpty()) {
                at = close + 1;
            } else if (close >= reply.size()) {
                into.add(new ReplyEdit.Unreadable(path, at + 1, "the listing of this file has no closing fence"));
                at = close;
            } else {
                if (seen.add(path)) {
                    into.add(new ReplyEdit.Content(path, at + 1, reply.between(at + 1, close), false, true));
                }
                at = close + 1;
            }
        }
    }

    private void mention(ReplyLines reply, int line) {
        Matcher quoted = MENTIONED.matcher(reply.at(line));
        while (quoted.find()) {
            mentioned = quoted.group(1);
        }
    }

    /** The line that closes a fence; fences with a language inside it have a closing line of their own. */
    private static int close(ReplyLines reply, int open, String fence) {
        int depth = 0;
        for (int i = open + 1; i < reply.size(); i++) {
            String text = reply.stripped(i);
            if (!text.startsWith(fence)) {
                continue;
            }
            boolean bare = text.chars().allMatch(sign -> sign == fence.charAt(0));
            if (bare && depth == 0) {
                return i;
            }
            depth += bare ? -1 : 1;
        }
        return reply.size();
    }

    private String name(ReplyLines reply, int open, String info) {
        String language = info.contains(" ") ? info.substring(0, info.indexOf(' ')) : info;
        String behind = info.matches(".*[./].*") ? reply.names().in(info) : "";
        if (!behind.isEmpty()) {
            return behind;
        }
        int above = reply.stripped(open - 1).isEmpty() ? open - 2 : open - 1;
        String line = above < 0 || reply.isFence(above) ? "" : reply.stripped(above);
        String path = line.isEmpty() ? "" : reply.names().in(line);
        if (!path.isEmpty() && (asked || fits(path, line, language))) {
            return path;
        }
        Matcher comment = COMMENT.matcher(reply.stripped(open + 1));
        if (comment.matches() && fits(comment.group(1), comment.group(1), language)) {
            return FileNames.bare(comment.group(1));
        }
        if (!asked || SHELLS.contains(language.toLowerCase(Locale.ROOT))) {
            return "";
        }
        return mentioned.isEmpty() ? reply.names().only() : reply.names().resolve(mentioned);
    }

    /** Whether a listing in this language may be the file: the line names it alone, or the language is the file's. */
    private static boolean fits(String path, String line, String language) {
        String tongue = language.toLowerCase(Locale.ROOT);
        String ending = path.substring(path.lastIndexOf('.') + 1);
        if (SHELLS.contains(tongue)) {
            return ending.equals("sh") || ending.equals(tongue);
        }
        String bare = FileNames.bare(line);
        boolean alone = bare.indexOf(' ') < 0 || bare.matches("(?i)(?:\\w+ )?(?:file(?:name)?|path)\\s*[:=]\\s*\\S+");
        return alone || ENDINGS.getOrDefault(tongue, tongue).equals(ending);
    }
}
