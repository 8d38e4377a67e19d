package dev.tracemend.bench.repair;

import dev.tracemend.agent.edit.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of a workspace with a fix applied; closing it deletes it. */
final class FixedCopy implements AutoCloseable {
    private static final long LONGEST_SECONDS = 300;
    private final Path root;

    private FixedCopy(Path root) {
        this.root = root;
    }

    static FixedCopy of(Path workspace, List<TextEdit> edits, Path scratch) throws IOException {
        Files.createDirectories(scratch);
        FixedCopy copy =
                new FixedCopy(Files.createTempDirectory(scratch, "fixed").toRealPath());
        copy(workspace, copy.root);
        List<TextEdit> backwards = edits.stream()
                .sorted(Comparator.comparingInt(TextEdit::start).reversed())
                .toList();
        for (TextEdit edit : backwards) {
            Path file = copy.root.resolve(edit.path());
            StringBuilder text = new StringBuilder(Files.readString(file));
            Files.writeString(file, text.replace(edit.start(), edit.end(), edit.replacement()));
        }
        return copy;
    }

    Path root() {
        return root;
    }

    /** Runs a command in the copy; {@code $CASE} is the case's folder. */
    boolean green(String command, Path caseFolder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(root.toFile());
        builder.environment().put("CASE", caseFolder.toAbsolutePath().toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            if (process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                boolean left = ("/" + from.relativize(file) + "/").matches(".*/(\\.git|target|node_modules)/.*");
                if (Files.isDirectory(file) && !left) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(file) && !left) {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(root);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
