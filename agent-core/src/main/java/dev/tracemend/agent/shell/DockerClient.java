package dev.tracemend.agent.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The {@code docker} program, with the settings it takes from the environment. */
final class DockerClient {
    private static final Set<String> ENVIRONMENT = Set.of(
            "PATH", "HOME", "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "DOCKER_CERT_PATH", "DOCKER_TLS_VERIFY");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** How a call ended; -1 when the program is missing or did not end. */
    record Answer(int code, String text) {}

    ProcessBuilder builder(List<String> words) {
        List<String> all = new ArrayList<>(List.of("docker"));
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder;
    }

    Answer call(List<String> words) {
        try {
            Process process = builder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(-1, "no answer within " + LIMIT.toSeconds() + " s");
            }
            return new Answer(process.exitValue(), text.join().strip());
        } catch (IOException absent) {
            return new Answer(-1, "the program docker cannot be started");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer(-1, "interrupted");
        }
    }

    private static String read(Process process) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try {
            process.getInputStream().transferTo(kept);
        } catch (IOException closed) {
            // what came is kept
        }
        return kept.toString(StandardCharsets.UTF_8);
    }
}
