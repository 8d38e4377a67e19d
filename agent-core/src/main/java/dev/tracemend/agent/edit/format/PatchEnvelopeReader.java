package dev.tracemend.agent.edit.format;

import java.util.ArrayList;
import java.util.List;

/** {@code *** Begin Patch} envelopes: files added, deleted, moved and updated by chunks of context; no line numbers. */
final class PatchEnvelopeReader implements BlockReader {
    private static final String ADD = "*** Add File: ";
    private static final String DELETE = "*** Delete File: ";
    private static final String UPDATE = "*** Update File: ";
    private static final String MOVE = "*** Move to: ";
    private static final String AT_END = "*** End of File";

    @Override
    public boolean begins(ReplyLines reply, int line) {
        String text = reply.stripped(line);
        return text.startsWith("*** ") && (text.equals("*** Begin Patch") || isFile(text));
    }

    @Override
    public int read(ReplyLines reply, int line, List<ReplyEdit> into) {
        boolean envelope = !isFile(reply.stripped(line));
        int at = envelope ? line + 1 : line;
        int before = into.size();
        while (at < reply.size()) {
            String text = reply.stripped(at);
            if (text.equals("*** End Patch")) {
                at++;
                break;
            }
            if (text.startsWith(ADD)) {
                at = add(reply, at, into);
            } else if (text.startsWith(DELETE)) {
                into.add(new ReplyEdit.Delete(path(reply, text.substring(DELETE.length())), at + 1, List.of()));
                at++;
            } else if (text.startsWith(UPDATE)) {
                at = update(reply, at, into);
            } else if (text.isEmpty()) {
                at++;
            } else {
                if (envelope && !reply.isFence(at) && !text.startsWith("EOF")) {
                    String why = "expected *** Add File, *** Delete File, *** Update File or *** End Patch";
                    into.add(new ReplyEdit.Unreadable("", at + 1, why));
                }
                break;
            }
        }
        if (into.size() == before) {
            into.add(new ReplyEdit.Unreadable("", line + 1, "the patch names no file"));
        }
        return Math.max(at, line + 1);
    }

    private static int add(ReplyLines reply, int line, List<ReplyEdit> into) {
        String path = FileNames.bare(reply.stripped(line).substring(ADD.length()));
        List<String> lines = new ArrayList<>();
        int at = line + 1;
        while (at < reply.size() && reply.at(at).startsWith("+")) {
            lines.add(reply.at(at++).substring(1));
        }
        into.add(new ReplyEdit.Content(path, line + 1, lines, true, true));
        return at;
    }

    private static int update(ReplyLines reply, int line, List<ReplyEdit> into) {
        String path = path(reply, reply.stripped(line).substring(UPDATE.length()));
        int at = line + 1;
        int before = into.size();
        if (reply.stripped(at).startsWith(MOVE)) {
            String to = FileNames.bare(reply.stripped(at).substring(MOVE.length()));
            into.add(new ReplyEdit.Rename(to, at + 1, path, false));
            path = to;
            at++;
        }
        while (at < reply.size() && isChunk(reply, at)) {
            at = chunk(reply, at, path, into);
        }
        if (into.size() == before) {
            into.add(new ReplyEdit.Unreadable(path, line + 1, "the update of this file has no chunk"));
        }
        return at;
    }

    private static int chunk(ReplyLines reply, int line, String path, List<ReplyEdit> into) {
        List<String> headers = new ArrayList<>();
        List<String> search = new ArrayList<>();
        List<String> replace = new ArrayList<>();
        int at = line;
        while (reply.at(at).startsWith("@@")) {
            String header = reply.at(at++).substring(2).strip();
            header = header.endsWith("@@")
                    ? header.substring(0, header.length() - 2).strip()
                    : header;
            if (!header.isEmpty() && !header.matches("-\\d+(,\\d+)? \\+\\d+(,\\d+)?")) {
                headers.add(header);
            }
        }
        while (at < reply.size() && isBody(reply, at)) {
            String text = reply.at(at++);
            char sign = text.isEmpty() ? ' ' : text.charAt(0);
            String rest = text.isEmpty() ? "" : text.substring(1);
            if (sign != '+') {
                search.add(rest);
            }
            if (sign != '-') {
                replace.add(rest);
            }
        }
        boolean atEnd = reply.stripped(at).equals(AT_END);
        at += atEnd ? 1 : 0;
        Hints hints = new Hints(headers, 0, true, atEnd, Hints.FinalEnd.KEEP);
        trim(search, replace);
        into.add(
                search.isEmpty() && replace.isEmpty()
                        ? new ReplyEdit.Unreadable(path, line + 1, "the chunk is empty")
                        : new ReplyEdit.Replace(path, line + 1, search, replace, hints));
        return Math.max(at, line + 1);
    }

    /** Blank lines between the patch's parts are not context. */
    private static void trim(List<String> search, List<String> replace) {
        while (!search.isEmpty()
                && !replace.isEmpty()
                && search.get(search.size() - 1).isEmpty()
                && replace.get(replace.size() - 1).isEmpty()
                && (search.size() > 1 || replace.size() > 1)) {
            search.remove(search.size() - 1);
            replace.remove(replace.size() - 1);
        }
    }

    private static boolean isChunk(ReplyLines reply, int line) {
        int at = line;
        while (at < reply.size() && reply.at(at).isEmpty()) {
            at++;
        }
        return reply.at(at).startsWith("@@") || !reply.at(at).isEmpty() && isBody(reply, at);
    }

    private static boolean isBody(ReplyLines reply, int line) {
        String text = reply.at(line);
        return text.isEmpty()
                ? line + 1 < reply.size() && !reply.isFence(line + 1)
                : " +-".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isFile(String text) {
        return text.startsWith(ADD) || text.startsWith(DELETE) || text.startsWith(UPDATE);
    }

    private static String path(ReplyLines reply, String name) {
        return reply.names().resolve(name);
    }
}
