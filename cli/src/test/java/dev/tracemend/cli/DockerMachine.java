package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.fail;

import dev.tracemend.logs.machine.RequiredTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine that DOCKER_HOST names, and the scripts that fill it. */
final class DockerMachine {
    private static final Pattern KAFKA = Pattern.compile("KAFKA_IMAGE=(\\S+)");

    private DockerMachine() {}

    /** Skips with a notice where no engine answers; in CI that is a failure. */
    static void required() {
        RequiredTool.command(
                "no docker engine answers: eval \"$(scripts/docker-engine)\" starts one", "docker", "version");
    }

    /** The image that stands in for apache/kafka, made when absent. */
    static String kafkaImage() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(script("base-images"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Matcher image = KAFKA.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (process.waitFor() != 0 || !image.find()) {
            fail("scripts/base-images made no image for Kafka");
        }
        return image.group(1);
    }

    /** Runs a script of the repository; what it says appears in the test's output. */
    static boolean script(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script(name)));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private static String script(String name) throws IOException {
        return Path.of("..", "scripts", name).toRealPath().toString();
    }
}
