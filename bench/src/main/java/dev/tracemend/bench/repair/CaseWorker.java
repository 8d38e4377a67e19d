package dev.tracemend.bench.repair;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM that runs cases one after the other: gets a folder a line, answers a line of JSON. */
final class CaseWorker implements AutoCloseable {
    private static final String MARK = "CASE ";
    private final Process process;
    private final BufferedReader answers;

    private CaseWorker(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static CaseWorker start(Path scratch) throws IOException {
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CaseWorker.class.getName(),
                scratch.toString());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new CaseWorker(builder.start());
    }

    /** The loop of the JVM; the one argument is its scratch folder. */
    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader folders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String folder = folders.readLine(); folder != null; folder = folders.readLine()) {
            answers.println(MARK + run(Path.of(folder), Path.of(args[0])).json());
            answers.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    static CaseResult run(Path folder, Path scratch) {
        String name = String.valueOf(folder.getFileName());
        try {
            return new CaseRun(RepairCase.read(folder), scratch, line -> {}).run();
        } catch (NoSuchFileException absent) {
            return CaseResult.broken(name, "there is no file " + absent.getMessage());
        } catch (IOException told) {
            return CaseResult.broken(name, String.valueOf(told.getMessage()));
        } catch (RuntimeException | StackOverflowError | LinkageError failed) {
            return CaseResult.broken(name, "the search broke: " + failed);
        }
    }

    /** Has a case run; one that takes too long or kills the JVM is told as broken, and the worker is of no use then. */
    CaseResult call(Path folder, int seconds) {
        String name = String.valueOf(folder.getFileName());
        try {
            process.getOutputStream().write((folder.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            Optional<String> answer =
                    CompletableFuture.supplyAsync(this::answer).get(seconds, TimeUnit.SECONDS);
            return answer.isPresent() ? CaseResult.of(answer.get()) : CaseResult.broken(name, "its JVM has ended");
        } catch (TimeoutException late) {
            close();
            return CaseResult.broken(name, "stopped after " + seconds + " s");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return CaseResult.broken(name, "interrupted");
        } catch (IOException | ExecutionException gone) {
            return CaseResult.broken(name, "its JVM has ended: " + gone.getMessage());
        }
    }

    private Optional<String> answer() {
        try {
            String line = answers.readLine();
            while (line != null && !line.startsWith(MARK)) {
                line = answers.readLine();
            }
            return Optional.ofNullable(line).map(told -> told.substring(MARK.length()));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    boolean lives() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
