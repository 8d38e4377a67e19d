package dev.tracemend.agent.edit;

import dev.tracemend.agent.edit.EditFailure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads SEARCH/REPLACE blocks out of any reply: prose around them, fences or none, the file's name above the fence or
 * inside it. A block without a name is for the file of the block before it. Never throws, whatever the text.
 */
public final class ReplyParser {
    private static final Pattern HEAD = Pattern.compile("<{5,9} ?SEARCH>?");
    private static final Pattern DIVIDER = Pattern.compile("={5,9}");
    private static final Pattern END = Pattern.compile(">{5,9} ?REPLACE<?");
    private static final int LONGEST_REPLY = 400_000;
    private static final int MOST_BLOCKS = 50;

    private final FileNames names;

    /** A parser that knows which files were shown to the author of the reply. */
    public ReplyParser(List<String> knownFiles) {
        names = new FileNames(knownFiles);
    }

    /** The blocks of a reply, in order. */
    public ParsedReply parse(String reply) {
        String text = reply.length() <= LONGEST_REPLY ? reply : reply.substring(0, LONGEST_REPLY);
        return new Reading(List.of(text.replace("\r\n", "\n").split("\n", -1))).run();
    }

    /** The state of one pass over the lines. */
    private final class Reading {
        private final List<String> lines;
        private final List<SearchReplaceBlock> blocks = new ArrayList<>();
        private final List<EditFailure> failures = new ArrayList<>();
        private int at;

        Reading(List<String> lines) {
            this.lines = lines;
        }

        ParsedReply run() {
            while (at < lines.size() && blocks.size() + failures.size() < MOST_BLOCKS) {
                if (is(HEAD)) {
                    block();
                } else {
                    at++;
                }
            }
            return new ParsedReply(blocks, failures);
        }

        private void block() {
            int head = at++;
            String path = names.above(lines, head);
            if (path.isEmpty() && !blocks.isEmpty()) {
                path = blocks.get(blocks.size() - 1).path();
            }
            List<String> search = new ArrayList<>();
            while (at < lines.size() && !is(DIVIDER)) {
                if (is(HEAD) || is(END)) {
                    malformed(
                            path,
                            head,
                            "expected ======= before " + lines.get(at).strip());
                    at += is(END) ? 1 : 0;
                    return;
                }
                search.add(lines.get(at++));
            }
            if (at >= lines.size()) {
                malformed(path, head, "the reply ended before =======");
                return;
            }
            at++;
            replacement(path, head, search);
        }

        private void replacement(String path, int head, List<String> search) {
            List<String> replace = new ArrayList<>();
            while (at < lines.size() && !is(END) && !is(DIVIDER)) {
                if (is(HEAD)) {
                    malformed(path, head, "expected >>>>>>> REPLACE before the next block");
                    return;
                }
                replace.add(lines.get(at++));
            }
            if (at >= lines.size()) {
                malformed(path, head, "the reply ended before >>>>>>> REPLACE");
                return;
            }
            at++;
            if (path.isEmpty()) {
                malformed(path, head, "no file is named; write its path alone on the line above <<<<<<< SEARCH");
            } else {
                blocks.add(new SearchReplaceBlock(path, search, replace, head + 1));
            }
        }

        private void malformed(String path, int head, String what) {
            int number = blocks.size() + failures.size() + 1;
            String message = "line " + (head + 1) + " of the reply begins a block that cannot be read: " + what;
            failures.add(new EditFailure(number, path, Reason.MALFORMED, message));
        }

        private boolean is(Pattern marker) {
            return marker.matcher(lines.get(at).strip()).matches();
        }
    }
}
