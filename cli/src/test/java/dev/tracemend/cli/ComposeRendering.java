package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.machine.RequiredTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file as a compose program sees it: checked against its schema, with all settings filled in. */
record ComposeRendering(Map<String, Object> root) {
    /** What may be in a file only behind a profile. */
    static final List<String> PROFILES = List.of("light", "ollama", "observability");

    /** A compose program of this machine. */
    record Program(List<String> words) {
        boolean isHere() {
            return RequiredTool.answers(
                    Stream.concat(words.stream(), Stream.of("version")).toList());
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    /**
     * Each that is here: docker-compose (1.29 in Debian 12), the plugin, and a version 2 that {@code scripts/compose-v2}
     * brought ({@code COMPOSE_V2}).
     */
    static Stream<Program> programs() {
        List<List<String>> known = new ArrayList<>(List.of(List.of("docker-compose"), List.of("docker", "compose")));
        String brought = System.getenv().getOrDefault("COMPOSE_V2", "");
        if (!brought.isEmpty()) {
            known.add(List.of(brought));
        }
        List<Program> here =
                known.stream().map(Program::new).filter(Program::isHere).toList();
        RequiredTool.check(!here.isEmpty(), "no compose program is installed (Debian: apt install docker-compose)");
        return here.stream();
    }

    /** Renders a file with all its profiles, in its folder; the program sees nothing else of this process' environment. */
    static ComposeRendering of(Program program, Path file, Map<String, String> environment) {
        List<String> command = new ArrayList<>(program.words());
        command.addAll(List.of("-f", file.toString()));
        PROFILES.forEach(profile -> command.addAll(List.of("--profile", profile)));
        command.add("config");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(file.getParent().toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "DOCKER_CONFIG"));
            builder.environment().putAll(environment);
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(program + " config").isZero();
            return new ComposeRendering(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(program + " cannot be run", e);
        }
    }

    Map<String, Map<String, Object>> services() {
        return cast(Objects.requireNonNull(root.get("services")));
    }

    Map<String, Object> service(String name) {
        return Objects.requireNonNull(services().get(name), name);
    }

    /** What a container of the service finds in its environment; what stays unset is left out. */
    Map<String, String> environment(String service) {
        Map<String, Object> given = cast(service(service).getOrDefault("environment", Map.of()));
        Map<String, String> set = new HashMap<>();
        given.forEach((name, value) -> {
            if (value != null) {
                set.put(name, String.valueOf(value));
            }
        });
        return set;
    }

    @SuppressWarnings("unchecked") // YAML's keys are text here
    static <T> Map<String, T> cast(Object value) {
        return (Map<String, T>) value;
    }
}
