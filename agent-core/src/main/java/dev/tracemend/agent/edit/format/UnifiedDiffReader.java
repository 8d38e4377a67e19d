package dev.tracemend.agent.edit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Unified diffs and git's, in a fence or bare: each hunk is an edit, renames, modes, new and deleted files too. */
final class UnifiedDiffReader implements BlockReader {
    private static final Pattern FENCE = Pattern.compile("(?:`{3,}|~{3,})\\s*(?:diff|patch|udiff)\\s*");
    private static final String GIT = "diff --git ";

    private String current = "";

    @Override
    public boolean begins(ReplyLines reply, int line) {
        String text = reply.at(line);
        if (text.isEmpty() || "d-@`~".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        return text.startsWith(GIT)
                || isHeader(reply, line)
                || HunkReader.isHunk(text) && (!current.isEmpty() || inDiffFence(reply, line));
    }

    @Override
    public int read(ReplyLines reply, int line, List<ReplyEdit> into) {
        int at = line;
        GitHeader git = new GitHeader();
        if (reply.at(at).startsWith(GIT)) {
            at = git.read(reply, at);
        }
        Optional<String> older = Optional.empty();
        Optional<String> newer = Optional.empty();
        if (isHeader(reply, at)) {
            older = DiffPath.named(reply.at(at).substring(4));
            newer = DiffPath.named(reply.at(at + 1).substring(4));
            git.header(older, newer);
            at += 2;
        }
        boolean nameless = at == line;
        if (!nameless) {
            git.paths(reply.names());
            current = git.path();
        } else if (current.isEmpty()) {
            String above = reply.names().above(reply, line, false);
            current = above.isEmpty() ? reply.names().only() : above;
        }
        List<ReplyEdit> hunks = new ArrayList<>();
        int end = hunks(reply, at, hunks);
        int next = Math.max(end, line + 1);
        git.edits(current, line + 1, hunks, into);
        return next;
    }

    private int hunks(ReplyLines reply, int from, List<ReplyEdit> into) {
        int at = from;
        while (true) {
            int blank = at;
            while (blank < reply.size() && blank > from && reply.at(blank).isBlank()) {
                blank++;
            }
            if (blank >= reply.size() || !HunkReader.isHunk(reply.at(blank))) {
                return at;
            }
            HunkReader hunk = new HunkReader(reply, blank);
            into.add(hunk.read(current));
            at = hunk.next();
        }
    }

    /** {@code --- a} with {@code +++ b} below it. */
    static boolean isHeader(ReplyLines reply, int line) {
        return reply.at(line).startsWith("--- ") && reply.at(line + 1).startsWith("+++ ");
    }

    private static boolean inDiffFence(ReplyLines reply, int line) {
        for (int i = line - 1; i >= 0 && i >= line - 3; i--) {
            Matcher fence = FENCE.matcher(reply.at(i));
            if (fence.matches()) {
                return true;
            }
        }
        return false;
    }
}
