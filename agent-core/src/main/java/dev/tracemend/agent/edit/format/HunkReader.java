package dev.tracemend.agent.edit.format;

import dev.tracemend.agent.edit.format.Hints.FinalEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One hunk of a unified diff. Its counts say where it ends if they are right; where they are wrong, as models often have
 * them, the signs of its lines do.
 */
final class HunkReader {
    private static final Pattern NUMBERS =
            Pattern.compile("@@ *-(\\d{1,9})(?:,(\\d{1,9}))? +\\+(\\d{1,9})(?:,(\\d{1,9}))? *@@ ?(.*)");
    private static final String NO_END = "\\ No newline";

    private final ReplyLines reply;
    private final int head;
    private final List<String> body = new ArrayList<>();
    private int oldLine;
    private int oldCount = -1;
    private int newCount = -1;
    private String section = "";
    private int next;

    HunkReader(ReplyLines reply, int head) {
        this.reply = reply;
        this.head = head;
    }

    static boolean isHunk(String line) {
        return line.startsWith("@@");
    }

    /** The first line behind the hunk. */
    int next() {
        return next;
    }

    /** Reads the hunk of a file. */
    ReplyEdit read(String path) {
        numbers();
        gather();
        List<String> search = new ArrayList<>();
        List<String> replace = new ArrayList<>();
        boolean oldOpen = false;
        boolean newOpen = false;
        char last = ' ';
        for (String line : body) {
            char sign = line.isEmpty() ? ' ' : line.charAt(0);
            String rest = line.isEmpty() ? "" : line.substring(1);
            if (sign == '\\') {
                oldOpen |= last != '+';
                newOpen |= last != '-';
                continue;
            }
            if (sign != '+') {
                search.add(rest);
            }
            if (sign != '-') {
                replace.add(rest);
            }
            last = sign;
        }
        FinalEnd end = newOpen && !oldOpen ? FinalEnd.REMOVE : oldOpen && !newOpen ? FinalEnd.ADD : FinalEnd.KEEP;
        if (newOpen && search.isEmpty()) {
            end = FinalEnd.REMOVE;
        }
        // An insertion without context stands behind the line it names.
        int line = search.isEmpty() && oldCount == 0 ? oldLine + 1 : oldLine;
        List<String> headers = section.isBlank() ? List.of() : List.of(section.strip());
        boolean numbered = oldCount >= 0;
        Hints hints = new Hints(headers, numbered ? Math.max(1, line) : 0, true, oldOpen || newOpen, end);
        return search.isEmpty() && replace.isEmpty()
                ? new ReplyEdit.Unreadable(path, head + 1, "the hunk is empty")
                : new ReplyEdit.Replace(path, head + 1, search, replace, hints);
    }

    private void numbers() {
        Matcher numbers = NUMBERS.matcher(reply.at(head));
        if (numbers.matches()) {
            oldLine = Integer.parseInt(numbers.group(1));
            oldCount = numbers.group(2) == null ? 1 : Integer.parseInt(numbers.group(2));
            newCount = numbers.group(4) == null ? 1 : Integer.parseInt(numbers.group(4));
            section = numbers.group(5);
            return;
        }
        String text = reply.at(head).substring(2).strip();
        int second = text.indexOf("@@");
        text = second >= 0 && second < text.length() - 2 ? text.substring(second + 2) : text.replace("@@", "");
        section = text.matches("[-+,.\\d\\s]*") ? "" : text;
    }

    /** Takes the lines that have the signs of a hunk, up to where the counts are met if what follows allows it. */
    private void gather() {
        int at = head + 1;
        int olds = 0;
        int news = 0;
        int met = -1;
        while (at < reply.size() && belongs(at)) {
            String line = reply.at(at);
            char sign = line.isEmpty() ? ' ' : line.charAt(0);
            boolean full = met >= 0 && sign != '\\';
            if (full && ends(at)) {
                break;
            }
            olds += sign == ' ' || sign == '-' ? 1 : 0;
            news += sign == ' ' || sign == '+' ? 1 : 0;
            body.add(line);
            at++;
            met = olds == oldCount && news == newCount ? at : met;
        }
        while (!body.isEmpty() && body.get(body.size() - 1).isEmpty() && at != met) {
            body.remove(body.size() - 1);
            at--;
        }
        next = Math.max(at, head + 1);
    }

    private boolean belongs(int at) {
        String line = reply.at(at);
        if (line.isEmpty()) {
            return true;
        }
        return " +-\\".indexOf(line.charAt(0)) >= 0
                && (line.charAt(0) != '\\' || line.startsWith(NO_END))
                && !UnifiedDiffReader.isHeader(reply, at);
    }

    /** Whether a hunk whose counts are met ends here: nothing, prose or a mail's signature follows. */
    private boolean ends(int at) {
        String line = reply.at(at);
        if (line.equals("-- ") || line.equals("--")) {
            return true;
        }
        if (line.isEmpty() || line.charAt(0) == ' ') {
            // A blank line: what comes after it decides.
            int i = at;
            while (i < reply.size() && reply.at(i).isBlank()) {
                i++;
            }
            return i >= reply.size()
                    || i > at && !belongs(i)
                    || i > at && reply.at(i).startsWith("- ");
        }
        return false;
    }
}
