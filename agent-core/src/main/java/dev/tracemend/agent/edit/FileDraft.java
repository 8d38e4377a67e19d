package dev.tracemend.agent.edit;

import dev.tracemend.agent.edit.format.Hints.FinalEnd;
import dev.tracemend.agent.edit.place.Chunk;
import dev.tracemend.agent.edit.place.SoughtFile;
import dev.tracemend.agent.edit.syntax.SyntaxGate;
import dev.tracemend.agent.edit.text.Lines;
import dev.tracemend.agent.edit.text.TextFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What becomes of one file while a reply is worked through: its text, and the changes of it so far. */
final class FileDraft {
    private final SyntaxGate gate;
    private final String path;
    private final Optional<String> from;
    private final Optional<byte[]> before;
    private final TextFile file;
    private final boolean text;
    private SoughtFile target;
    private final TreeMap<Integer, TextEdit> pending = new TreeMap<>();
    private OptionalInt mode = OptionalInt.empty();
    private FinalEnd finalEnd = FinalEnd.KEEP;
    private Optional<byte[]> after;
    private boolean present;
    private boolean gone;
    private int cursor;
    private int drift;

    FileDraft(String path, Optional<String> from, Optional<byte[]> before, SyntaxGate gate) {
        this.path = path;
        this.from = from;
        this.before = before;
        this.after = before;
        this.gate = gate;
        Optional<TextFile> decoded = before.flatMap(TextFile::decode);
        this.text = before.isEmpty() || decoded.isPresent();
        this.file = decoded.orElseGet(() -> TextFile.utf8(""));
        this.target = new SoughtFile(path, new Lines(file.text()), gate);
        this.present = before.isPresent();
    }

    /** Whether there is such a file now. */
    boolean present() {
        return present && !gone;
    }

    String path() {
        return path;
    }

    boolean isText() {
        return text;
    }

    SoughtFile target() {
        return target;
    }

    Lines lines() {
        return target.lines();
    }

    boolean touched() {
        return !pending.isEmpty();
    }

    /** 0-based line behind the last place. */
    int cursor() {
        return cursor;
    }

    /** How far places were from where the reply's line numbers had them. */
    int drift() {
        return drift;
    }

    void moved(int line, int by) {
        cursor = line;
        drift = by;
    }

    void mode(int bits) {
        mode = OptionalInt.of(bits);
    }

    void finalEnd(FinalEnd end) {
        finalEnd = end == FinalEnd.KEEP ? finalEnd : end;
    }

    void delete() {
        gone = true;
        pending.clear();
    }

    /** The file as it would be now, before later blocks are placed. */
    SoughtFile soFar() {
        return new SoughtFile(path, new Lines(text()), gate);
    }

    /** Goes on from the file as it would be now. */
    void rebase(SoughtFile now) {
        target = now;
        pending.clear();
        cursor = 0;
        drift = 0;
    }

    /** Begins with this text, whatever there was. */
    void begin(String content) {
        present = true;
        gone = false;
        rebase(new SoughtFile(path, new Lines(content), gate));
    }

    /** Takes the chunks, unless they meet others. */
    boolean take(List<Chunk> chunks) {
        List<TextEdit> edits = new ArrayList<>();
        Lines lines = lines();
        for (Chunk chunk : chunks) {
            String replacement = lines.joined(chunk.from(), chunk.to(), chunk.lines());
            edits.add(new TextEdit(path, lines.start(chunk.from()), lines.start(chunk.to()), replacement));
        }
        return takeEdits(edits);
    }

    boolean takeEdits(List<TextEdit> edits) {
        for (TextEdit edit : edits) {
            Map.Entry<Integer, TextEdit> left = pending.floorEntry(edit.start());
            Map.Entry<Integer, TextEdit> right = pending.higherEntry(edit.start());
            if (left != null && (left.getValue().end() > edit.start() || left.getKey() == edit.start())
                    || right != null && right.getKey() < edit.end()) {
                return false;
            }
        }
        edits.forEach(edit -> pending.put(edit.start(), edit));
        return true;
    }

    /** The text with all changes. */
    String text() {
        String old = lines().text();
        if (pending.isEmpty()) {
            return old;
        }
        StringBuilder now = new StringBuilder(old.length() + 256);
        int done = 0;
        for (TextEdit edit : pending.values()) {
            now.append(old, done, edit.start()).append(edit.replacement());
            done = edit.end();
        }
        return now.append(old, done, old.length()).toString();
    }

    /** Whether the file's charset has every character of the change; to be asked when all blocks are placed. */
    boolean encodable() {
        if (gone || !present || !text) {
            return true;
        }
        Optional<byte[]> written = file.encode(ended());
        written.ifPresent(bytes -> after = written);
        return written.isPresent();
    }

    /** Takes every change back. */
    void forget() {
        rebase(new SoughtFile(path, new Lines(file.text()), gate));
        finalEnd = FinalEnd.KEEP;
        present = before.isPresent();
        after = before;
    }

    String charset() {
        return file.charset().name();
    }

    /** The change as a whole; empty where there is none. */
    Optional<FileChange> change() {
        if (gone) {
            return before.isEmpty() || from.isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            new FileChange(path, Optional.empty(), before, Optional.empty(), OptionalInt.empty()));
        }
        if (!present) {
            return Optional.empty();
        }
        boolean same = before.isPresent() && after.isPresent() && Arrays.equals(before.get(), after.get());
        return same && from.isEmpty() && mode.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileChange(path, from, before, after, mode));
    }

    private String ended() {
        String now = text();
        if (finalEnd == FinalEnd.ADD && !now.isEmpty() && !now.endsWith("\n")) {
            return now + lines().endAround(lines().size() - 1);
        }
        if (finalEnd == FinalEnd.REMOVE && now.endsWith("\n")) {
            return now.substring(0, now.length() - (now.endsWith("\r\n") ? 2 : 1));
        }
        return now;
    }
}
