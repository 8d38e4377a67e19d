package dev.tracemend.agent.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real git repository for tests, made with the real command. */
final class GitSandbox {
    private final Path root;

    GitSandbox(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        git("init", "--quiet", "--initial-branch=main");
    }

    Path root() {
        return root;
    }

    GitSandbox write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    GitSandbox commit(String message) {
        git("add", "--all");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "--quiet", "-m", message);
        return this;
    }

    String git(String... words) {
        List<String> all = new ArrayList<>(List.of("git"));
        all.addAll(List.of(words));
        Command.Ended ended = new Command(root, Map.of(), Duration.ofSeconds(30)).run(all);
        if (!ended.ok()) {
            throw new IllegalStateException(all + ": " + ended.error());
        }
        return ended.out();
    }
}
