package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.tree.FileVersion;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of contents of one journaled change, as text: a header, one line a folder made, one line a file, and a line
 * with the hash of all lines before it, by which a torn one is told.
 *
 * @param undoes number of the entry that this change takes back, 0 for none
 * @param made folders that the change makes, outer ones first
 */
record Manifest(int undoes, List<WorkspacePath> made, List<SavedFile> files) {
    private static final String HEADER = "tracemend-journal 1";
    private static final String NOTHING = "-";

    Manifest {
        made = List.copyOf(made);
        files = List.copyOf(files);
    }

    String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append("undoes ").append(undoes).append('\n');
        made.forEach(folder -> text.append("made ").append(word(folder.names())).append('\n'));
        for (SavedFile file : files) {
            text.append("file ").append(word(file.path().names())).append(' ');
            text.append(word(file.before())).append(' ').append(file.length()).append(' ');
            text.append(word(file.after()))
                    .append(' ')
                    .append(word(file.stage()))
                    .append('\n');
        }
        return text + "end " + FileVersion.hash(text.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** Reads one; empty when it is torn or was not written by this program. */
    static Optional<Manifest> read(String text) {
        int end = text.lastIndexOf("end ");
        if (end < 0 || !text.startsWith(HEADER + "\n")) {
            return Optional.empty();
        }
        String body = text.substring(0, end);
        String hash = FileVersion.hash(body.getBytes(StandardCharsets.UTF_8));
        if (!text.substring(end).equals("end " + hash + "\n")) {
            return Optional.empty();
        }
        try {
            return Optional.of(lines(body.split("\n", -1)));
        } catch (WorkspaceException | IllegalArgumentException | IndexOutOfBoundsException forged) {
            return Optional.empty();
        }
    }

    private static Manifest lines(String[] lines) throws WorkspaceException {
        int undoes = 0;
        List<WorkspacePath> made = new ArrayList<>();
        List<SavedFile> files = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "undoes" -> undoes = Integer.parseInt(words[1]);
                case "made" -> made.add(WorkspacePath.of(plain(words[1])));
                case "file" -> files.add(file(words));
                default -> {}
            }
        }
        return new Manifest(undoes, made, files);
    }

    private static SavedFile file(String[] words) throws WorkspaceException {
        String stage = plain(words[5]);
        return new SavedFile(
                WorkspacePath.of(plain(words[1])),
                version(words[2]),
                Math.max(0, Integer.parseInt(words[3])),
                version(words[4]),
                stage.isEmpty() ? List.of() : WorkspacePath.of(stage).names());
    }

    private static String word(List<String> names) {
        return "/" + URLEncoder.encode(String.join("/", names), StandardCharsets.UTF_8);
    }

    private static String plain(String word) {
        return URLDecoder.decode(word.substring(1), StandardCharsets.UTF_8);
    }

    private static String word(Optional<FileVersion> version) {
        return version.map(of -> of.hash() + ":" + of.mode()).orElse(NOTHING);
    }

    private static Optional<FileVersion> version(String word) {
        if (word.equals(NOTHING)) {
            return Optional.empty();
        }
        int colon = word.indexOf(':');
        return Optional.of(new FileVersion(word.substring(0, colon), Integer.parseInt(word.substring(colon + 1))));
    }
}
