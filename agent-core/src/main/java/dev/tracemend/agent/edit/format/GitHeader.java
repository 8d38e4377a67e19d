package dev.tracemend.agent.edit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands above the hunks of one file: its names, and with git whether it is new, deleted, renamed or has a new mode. */
final class GitHeader {
    private static final int REGULAR = 0100000;
    private static final int KIND = 0170000;

    private Optional<String> older = Optional.empty();
    private Optional<String> newer = Optional.empty();
    private String from = "";
    private String path = "";
    private boolean fresh;
    private boolean deleted;
    private boolean moved;
    private boolean copied;
    private boolean binary;
    private int mode;

    /** Reads git's lines; returns the first that is none of them. */
    int read(ReplyLines reply, int line) {
        names(reply.at(line).substring("diff --git ".length()));
        int at = line + 1;
        while (at < reply.size() && extended(reply.at(at))) {
            at++;
        }
        if (binary) {
            while (at < reply.size()
                    && !reply.at(at).startsWith("diff --git ")
                    && !reply.isFence(at)
                    && !UnifiedDiffReader.isHeader(reply, at)) {
                at++;
            }
        }
        return at;
    }

    /** Takes the names of the two lines before the first hunk. */
    void header(Optional<String> before, Optional<String> after) {
        fresh |= before.isEmpty();
        deleted |= after.isEmpty();
        if (!moved) {
            older = before;
            newer = after;
        }
    }

    /** Finds out which files are meant. */
    void paths(FileNames names) {
        if (moved) {
            from = DiffPath.settle(older.orElse(""), names);
            path = newer.map(name -> fresh(name, names)).orElse(from);
            return;
        }
        String before = older.orElse("");
        String after = newer.orElse("");
        if (fresh || before.isEmpty()) {
            path = fresh(after, names);
        } else if (deleted || after.isEmpty() || !DiffPath.there(after, names) && DiffPath.there(before, names)) {
            path = DiffPath.settle(before, names);
        } else {
            path = DiffPath.settle(after, names);
        }
    }

    /** The file after the change. */
    String path() {
        return path;
    }

    /** Adds what the header asks for, and the hunks where they fit it. */
    void edits(String file, int line, List<ReplyEdit> hunks, List<ReplyEdit> into) {
        if (binary) {
            into.add(new ReplyEdit.Unreadable(file, line, "binary patches are not applied; only text is"));
        } else if (mode != 0 && (mode & KIND) != 0 && (mode & KIND) != REGULAR) {
            into.add(new ReplyEdit.Unreadable(file, line, "links and submodules are not made; only files are"));
        } else if (deleted) {
            into.add(new ReplyEdit.Delete(file, line, side(hunks, true)));
        } else if (fresh) {
            boolean open = hunks.stream()
                    .anyMatch(hunk -> hunk instanceof ReplyEdit.Replace replace
                            && replace.hints().finalEnd() == Hints.FinalEnd.REMOVE);
            into.add(new ReplyEdit.Content(file, line, side(hunks, false), true, !open));
            mode(file, line, into);
        } else {
            if (moved) {
                into.add(new ReplyEdit.Rename(file, line, from, copied));
            }
            mode(file, line, into);
            into.addAll(hunks);
            if (hunks.isEmpty() && !moved && mode == 0) {
                into.add(new ReplyEdit.Unreadable(file, line, "the diff of this file has no hunk (a line with @@)"));
            }
        }
    }

    private void mode(String file, int line, List<ReplyEdit> into) {
        if (mode != 0 && !(fresh && (mode & 0111) == 0)) {
            into.add(new ReplyEdit.Mode(file, line, mode & 0777));
        }
    }

    private static List<String> side(List<ReplyEdit> hunks, boolean old) {
        List<String> lines = new ArrayList<>();
        for (ReplyEdit hunk : hunks) {
            if (hunk instanceof ReplyEdit.Replace replace) {
                lines.addAll(old ? replace.search() : replace.replace());
            }
        }
        return lines;
    }

    private boolean extended(String line) {
        if (line.startsWith("old mode ") || line.startsWith("similarity index ") || line.startsWith("index ")) {
            return true;
        }
        if (line.startsWith("dissimilarity index ")) {
            return true;
        }
        if (line.startsWith("new mode ") || line.startsWith("new file mode ")) {
            fresh |= line.startsWith("new file");
            mode = octal(line);
        } else if (line.startsWith("deleted file mode ")) {
            deleted = true;
        } else if (line.startsWith("rename from ") || line.startsWith("copy from ")) {
            moved = true;
            copied = line.startsWith("copy");
            older = Optional.of(name(line.substring(line.indexOf("from ") + 5)));
        } else if (line.startsWith("rename to ") || line.startsWith("copy to ")) {
            newer = Optional.of(name(line.substring(line.indexOf("to ") + 3)));
        } else if (line.startsWith("GIT binary patch") || line.startsWith("Binary files ")) {
            binary = true;
        } else {
            return false;
        }
        return true;
    }

    /** {@code a/x b/x}: where a name has blanks, both halves are of the same length. */
    private void names(String text) {
        if (text.startsWith("\"")) {
            older = Optional.of(DiffPath.unquoted(text));
            int second = text.indexOf('"', 1);
            newer = Optional.of(
                    name(text.substring(Math.min(text.length(), second + 1)).strip()));
            return;
        }
        int half = text.length() / 2;
        boolean even = text.length() % 2 == 1 && half > 1 && text.charAt(half) == ' ';
        int cut = even ? half : text.indexOf(" b/") > 0 ? text.indexOf(" b/") : text.indexOf(' ');
        older = Optional.of(cut < 0 ? text : text.substring(0, cut));
        newer = Optional.of(name(cut < 0 ? text : text.substring(cut + 1)));
    }

    private static String fresh(String name, FileNames names) {
        return name.matches("[abciow]/.+") ? name.substring(2) : names.exists(name) ? name : FileNames.bare(name);
    }

    private static String name(String text) {
        return text.startsWith("\"") ? DiffPath.unquoted(text) : text.strip();
    }

    private static int octal(String line) {
        String digits = line.substring(line.lastIndexOf(' ') + 1).strip();
        return digits.matches("[0-7]{3,6}") ? Integer.parseInt(digits, 8) : 0;
    }
}
