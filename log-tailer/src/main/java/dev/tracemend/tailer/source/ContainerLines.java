package dev.tracemend.tailer.source;

import dev.tracemend.tailer.source.ContainerFormat.Part;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes lines as a file has them and gives them as the container wrote them: unwrapped, and what the engine has cut joined
 * again. How a file's lines are wrapped its first line says; a later one that is not passes as it is. The end that goes with
 * a line is where reading must go on for nothing to be lost, before the beginning of a line that is still open.
 */
final class ContainerLines {
    private final LineLimit limit;
    private final Open out = new Open();
    private final Open err = new Open();
    private ContainerFormat format = ContainerFormat.PLAIN;
    private boolean known;

    ContainerLines(LineLimit limit) {
        this.limit = limit;
    }

    private final class Open {
        private byte[] text = new byte[0];
        private int length;
        private long full;
        private long start = -1;
        private long end;

        void add(byte[] more, long from, long to) {
            if (start < 0) {
                start = from;
            }
            end = to;
            int count = Math.min(more.length, limit.bytes() - length);
            if (length + count > text.length) {
                text = Arrays.copyOf(text, Math.max(length + count, Math.min(limit.bytes(), 2 * text.length)));
            }
            System.arraycopy(more, 0, text, length, count);
            length += count;
            full += more.length;
        }

        byte[] take() {
            byte[] whole = Arrays.copyOf(text, length);
            if (full > length) {
                limit.cut(full);
                String note = " … [cut: the line has " + full + " bytes]";
                // The decoder replaces half a character that the cut has left.
                whole = (new String(whole, StandardCharsets.UTF_8) + note).getBytes(StandardCharsets.UTF_8);
            }
            text = new byte[0];
            length = 0;
            full = 0;
            start = -1;
            return whole;
        }
    }

    boolean isOpen() {
        return out.start >= 0 || err.start >= 0;
    }

    void line(byte[] line, int from, int to, long start, long end, LineSplitter.Sink sink) {
        if (!known) {
            known = true;
            format = ContainerFormat.of(line, from, to);
        }
        if (format == ContainerFormat.PLAIN) {
            sink.line(line, from, to, start, end);
            return;
        }
        Optional<Part> part = format.part(line, from, to);
        if (part.isEmpty()) {
            sink.line(line, from, to, start, resume(end));
            return;
        }
        Open open = part.get().error() ? err : out;
        open.add(part.get().text(), start, end);
        if (!part.get().goesOn()) {
            give(open, end, sink);
        }
    }

    private void give(Open open, long end, LineSplitter.Sink sink) {
        long start = open.start;
        byte[] text = open.take();
        sink.line(text, 0, text.length, start, resume(end));
    }

    private long resume(long end) {
        long least = end;
        for (Open each : new Open[] {out, err}) {
            least = each.start >= 0 ? Math.min(least, each.start) : least;
        }
        return least;
    }

    /** Nothing more will come of what is open. */
    void finish(LineSplitter.Sink sink) {
        for (Open each : new Open[] {out, err}) {
            if (each.start >= 0) {
                give(each, each.end, sink);
            }
        }
    }
}
