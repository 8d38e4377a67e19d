package dev.tracemend.agent.edit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One case of the corpus, one readable file: sections that begin with {@code %%%}. See {@code edits/README.md} for what
 * they are.
 */
final class EditCase implements FileLookup {
    private final Map<String, byte[]> before = new TreeMap<>();
    private final Map<String, byte[]> after = new TreeMap<>();
    private final Map<String, Integer> modes = new TreeMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<Integer> rungs = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private String reply = "";

    static EditCase read(Path file) {
        try {
            EditCase found = new EditCase();
            String text = Files.readString(file);
            for (String section : text.substring(text.indexOf("%%% ") + 4).split("\n%%% ")) {
                int end = section.indexOf('\n');
                String head = end < 0 ? section.strip() : section.substring(0, end);
                found.section(head.split(" +"), end < 0 ? "" : section.substring(end + 1));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void section(String[] head, String body) {
        String text = body.replace('␠', ' ').replace('␉', '\t').replace("␍", "\r");
        head[1 % head.length] = head[1 % head.length].replace('␠', ' ');
        // The line end before the next section is the section's own; the last section ends with the file.
        text = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        switch (head[0]) {
            case "file" -> {
                before.put(head[1], bytes(text, head));
                after.put(head[1], bytes(text, head));
            }
            case "after" -> after.put(head[1], bytes(text, head));
            case "deleted" -> after.remove(head[1]);
            case "mode" -> modes.put(head[1], Integer.parseInt(head[2], 8));
            case "reply" -> reply = text;
            case "option" -> options.put(head[1], head.length > 2 ? head[2] : "");
            case "rungs" -> Arrays.stream(head).skip(1).map(Integer::valueOf).forEach(rungs::add);
            case "failures" -> failures.addAll(Arrays.asList(head).subList(1, head.length));
            default -> throw new IllegalArgumentException("unknown section " + head[0]);
        }
    }

    private static byte[] bytes(String body, String[] head) {
        String text = body;
        Charset charset = StandardCharsets.UTF_8;
        byte[] mark = {};
        for (int i = 2; i < head.length; i++) {
            switch (head[i]) {
                case "crlf" -> text = text.replace("\n", "\r\n");
                case "open" -> text = text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
                case "empty" -> text = "";
                case "bom" -> mark = "\uFEFF".getBytes(charset);
                default -> charset = Charset.forName(head[i]);
            }
        }
        mark = mark.length == 0 ? mark : "\uFEFF".getBytes(charset);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(mark);
        all.writeBytes(text.getBytes(charset));
        return all.toByteArray();
    }

    String reply() {
        return reply;
    }

    EditPlan plan(EditEngine engine) {
        String format = options.getOrDefault("format", "auto")
                .toUpperCase(java.util.Locale.ROOT)
                .replace('-', '_');
        List<String> tests = options.containsKey("tests") ? List.of(options.get("tests")) : List.of();
        return engine.plan(
                reply,
                this,
                new EditOptions(
                        EditFormat.valueOf(format),
                        new EditScope(tests),
                        options.containsKey("first"),
                        options.containsKey("partial")));
    }

    /** The files after a plan, as text that shows every byte. */
    Map<String, String> result(EditPlan plan) {
        Map<String, byte[]> files = new TreeMap<>(before);
        for (FileChange change : plan.changes()) {
            change.from().ifPresent(files::remove);
            change.after().ifPresentOrElse(bytes -> files.put(change.path(), bytes), () -> files.remove(change.path()));
        }
        return shown(files);
    }

    Map<String, Integer> modes(EditPlan plan) {
        Map<String, Integer> found = new TreeMap<>();
        plan.changes().forEach(change -> change.mode().ifPresent(mode -> found.put(change.path(), mode)));
        return found;
    }

    Map<String, String> wanted() {
        return shown(after);
    }

    Map<String, Integer> wantedModes() {
        return modes;
    }

    List<Integer> rungs() {
        return rungs;
    }

    List<String> failures() {
        return failures;
    }

    private static Map<String, String> shown(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach(
                (path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.ISO_8859_1).replace("\r", "\\r")));
        return texts;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(before.get(path));
    }

    @Override
    public List<String> named() {
        if (!options.containsKey("named")) {
            return List.copyOf(before.keySet());
        }
        return options.get("named").isEmpty()
                ? List.of()
                : List.of(options.get("named").split(","));
    }
}
