package dev.tracemend.cli.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * A note in the user's data folder that says which checkout the stack of a broker works on, so that a worker started in
 * another terminal needs no {@code --workspace}. It goes when the stack stops; one left by a killed process is ignored.
 *
 * @param bootstrap the stack's broker
 * @param topic its topic
 * @param workspace its checkout
 * @param testCmd its test command
 */
public record RunningStack(String bootstrap, String topic, Path workspace, String testCmd) {
    private static final String SUFFIX = ".stack";

    static AutoCloseable announce(StackPlan plan) {
        Path file = folder().resolve(ProcessHandle.current().pid() + SUFFIX);
        Properties note = new Properties();
        note.setProperty("bootstrap", plan.bootstrap());
        note.setProperty("topic", plan.topic());
        note.setProperty("workspace", plan.workspace().toString());
        note.setProperty("testCmd", plan.testCmd());
        try {
            Files.createDirectories(folder());
            try (Writer writer = Files.newBufferedWriter(file)) {
                note.store(writer, "a running tracemend stack");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return () -> Files.deleteIfExists(file);
    }

    /** The running stack of a topic at a broker, if this user started one on this machine. */
    public static Optional<RunningStack> find(String bootstrap, String topic) {
        if (!Files.isDirectory(folder())) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder(), "*" + SUFFIX)) {
            for (Path note : notes) {
                Optional<RunningStack> stack = read(note);
                if (stack.isPresent()
                        && samePort(stack.get().bootstrap(), bootstrap)
                        && stack.get().topic().equals(topic)) {
                    return stack;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder(), e);
        }
        return Optional.empty();
    }

    private static Optional<RunningStack> read(Path note) throws IOException {
        String name = note.getFileName().toString();
        long pid = Long.parseLong(
                "0" + name.substring(0, name.length() - SUFFIX.length()).replaceAll("\\D", ""));
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            Files.deleteIfExists(note);
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(note)) {
            values.load(reader);
        }
        return Optional.of(new RunningStack(
                values.getProperty("bootstrap", ""),
                values.getProperty("topic", ""),
                Path.of(values.getProperty("workspace", "")),
                values.getProperty("testCmd", "")));
    }

    /** {@code localhost} and {@code 127.0.0.1} name the same broker here. */
    private static boolean samePort(String a, String b) {
        return a.replace("localhost", "127.0.0.1").equals(b.replace("localhost", "127.0.0.1"));
    }

    private static Path folder() {
        return Path.of(System.getProperty("user.home"), ".local", "share", "tracemend", "running");
    }
}
