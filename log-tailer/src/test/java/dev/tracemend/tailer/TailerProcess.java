package dev.tracemend.tailer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tailer in a JVM of its own, to be killed. */
final class TailerProcess {
    private TailerProcess() {}

    /** Arguments: bootstrap, topic, folder, glob. Runs until its input ends. */
    public static void main(String[] args) throws IOException {
        TailerCase logs = new TailerCase(args[0], Path.of(args[2]), args[1]);
        try (Tailer tailer = logs.start(args[3])) {
            while (System.in.read() >= 0) {
                if (tailer.published() < 0) {
                    return;
                }
            }
        }
    }

    static Process start(TailerCase logs, String glob) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TailerProcess.class.getName()));
        command.addAll(List.of(logs.bootstrap(), logs.topic(), logs.folder().toString(), glob));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(logs.file("stderr.txt").toFile())
                .start();
    }
}
