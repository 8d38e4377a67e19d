package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.logs.machine.RequiredTool;
import dev.tracemend.status.probe.ContainerState;
import dev.tracemend.status.probe.EngineProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the page tells of containers, with a real engine: {@code eval "$(scripts/docker-engine)"}. */
class ContainerEngineIT {
    private static final String IMAGE = "tracemend-shell:bookworm";

    @Test
    void runningUnhealthyAndStoppedContainersOfAProjectAreTold() throws Exception {
        String engine = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        RequiredTool.command(
                "no engine with " + IMAGE + " answers: eval \"$(scripts/docker-engine)\"",
                "docker",
                "image",
                "inspect",
                IMAGE);
        String project = "engine" + UUID.randomUUID().toString().substring(0, 8);
        String sick =
                run(project, "worker-app", "--health-cmd", "false", "--health-interval", "1s", "--health-retries", "1");
        String stopped = run(project, "topics");
        try (EngineProbe probe = EngineProbe.start(engine, project)) {
            docker(List.of("docker", "kill", stopped));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(probe.last().available()).as(probe.last().detail()).isTrue();
                assertThat(probe.last().containers())
                        .extracting(
                                ContainerState::service,
                                ContainerState::topic,
                                ContainerState::state,
                                ContainerState::health)
                        .containsExactlyInAnyOrder(
                                org.assertj.core.groups.Tuple.tuple("worker-app", "app", "running", "unhealthy"),
                                org.assertj.core.groups.Tuple.tuple("topics", "", "exited", ""));
            });
        } finally {
            docker(List.of("docker", "rm", "-f", sick, stopped));
        }
    }

    private static String run(String project, String service, String... options) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("docker", "run", "-d", "--network", "none"));
        command.addAll(List.of("--label", "com.docker.compose.project=" + project));
        command.addAll(List.of("--label", "com.docker.compose.service=" + service));
        command.addAll(List.of(options));
        command.addAll(List.of(IMAGE, "sleep", "300"));
        return docker(command);
    }

    private static String docker(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return said;
    }
}
