package dev.tracemend.agent.edit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the edits out of a reply, whatever forms it uses. Never throws, whatever the text. */
public final class ReplyReader {
    private static final int LONGEST_REPLY = 16 << 20;
    private static final int MOST_EDITS = 20_000;

    private final Set<ReplyForm> forms;
    private final FileNames names;

    /**
     * A reader of these forms.
     *
     * @param known the files that the conversation is about, most relevant first
     * @param exists whether there is a file of this path
     */
    public ReplyReader(Set<ReplyForm> forms, List<String> known, Predicate<String> exists) {
        this.forms = Set.copyOf(forms);
        this.names = new FileNames(known, exists);
    }

    /** The edits of a reply in its order; listings of whole files only where it holds nothing else. */
    public List<ReplyEdit> read(String reply) {
        String text = reply.length() <= LONGEST_REPLY ? reply : reply.substring(0, LONGEST_REPLY);
        ReplyLines lines = new ReplyLines(List.of(text.replace("\r\n", "\n").split("\n", -1)), names);
        List<ReplyEdit> edits = new ArrayList<>();
        walk(lines, readers(), edits);
        if (edits.isEmpty() && forms.contains(ReplyForm.WHOLE)) {
            new WholeFileReader(forms.size() == 1).read(lines, edits);
        }
        if (reply.length() > LONGEST_REPLY) {
            edits.add(new ReplyEdit.Unreadable("", lines.size(), "the reply is longer than 16 MB and was cut"));
        }
        return edits;
    }

    private List<BlockReader> readers() {
        List<BlockReader> readers = new ArrayList<>();
        if (forms.contains(ReplyForm.V4A)) {
            readers.add(new PatchEnvelopeReader());
        }
        if (forms.contains(ReplyForm.DIFF)) {
            readers.add(new SearchReplaceReader());
        }
        if (forms.contains(ReplyForm.UDIFF)) {
            readers.add(new UnifiedDiffReader());
        }
        if (forms.contains(ReplyForm.STR_REPLACE)) {
            readers.add(new ToolCallReader());
        }
        return readers;
    }

    private static void walk(ReplyLines lines, List<BlockReader> readers, List<ReplyEdit> edits) {
        int at = 0;
        while (at < lines.size() && edits.size() < MOST_EDITS) {
            int next = at + 1;
            for (BlockReader reader : readers) {
                if (reader.begins(lines, at)) {
                    next = Math.max(next, reader.read(lines, at, edits));
                    break;
                }
            }
            at = next;
        }
        if (at < lines.size()) {
            String why = "a reply may hold " + MOST_EDITS + " edits at most; the rest was not read";
            edits.add(new ReplyEdit.Unreadable("", at + 1, why));
        }
    }
}
