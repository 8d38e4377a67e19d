package dev.tracemend.agent.shell;

import dev.tracemend.logs.machine.RequiredTool;
import java.util.List;

/** The engine that the docker tests run on: {@code scripts/docker-engine} starts one and makes the image. */
final class DockerEngine {
    static final String IMAGE = "tracemend-shell:bookworm";

    private DockerEngine() {}

    /** Skips with a notice where no engine answers; in CI that is a failure. */
    static void required() {
        DockerClient.Answer answer = new DockerClient().call(List.of("image", "inspect", "-f", "{{.Id}}", IMAGE));
        RequiredTool.check(
                answer.code() == 0,
                "no docker engine with the image " + IMAGE + " (run scripts/docker-engine): " + answer.text());
    }
}
