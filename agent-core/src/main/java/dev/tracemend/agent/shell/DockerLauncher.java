package dev.tracemend.agent.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container of its own for a session, made, entered and removed with the {@code docker} program. */
final class DockerLauncher implements Launcher {
    private final DockerClient docker = new DockerClient();
    private final ShellSettings settings;
    private final String base;
    private String name;
    private int containers;
    private Optional<ContainerTree> tree = Optional.empty();

    DockerLauncher(ShellSettings settings, String id) {
        this.settings = settings;
        this.base = "tracemend-shell-" + id;
        this.name = base;
        DockerClient.Answer engine = docker.call(List.of("version", "--format", "{{.Server.Version}}"));
        if (engine.code() != 0) {
            throw unavailable("no docker engine answers (" + engine.text() + ")", remedy());
        }
        if (docker.call(List.of("image", "inspect", settings.image())).code() != 0) {
            throw unavailable(
                    "the image " + settings.image() + " is not on this engine",
                    "docker pull " + settings.image() + ", or name one that is there (docker images)");
        }
    }

    private static ShellException unavailable(String what, String remedy) {
        return new ShellException(ShellException.Reason.SANDBOX_UNAVAILABLE, what + ": " + remedy);
    }

    @Override
    public List<String> words(List<String> argv, boolean terminal) throws IOException {
        ensureContainer();
        List<String> words = new ArrayList<>(List.of("docker", "exec", "-i"));
        if (terminal) {
            words.add("-t");
        }
        words.add(name);
        words.addAll(argv);
        return words;
    }

    /** A container ends when a command kills all it can reach; then there is a new one. */
    private void ensureContainer() throws IOException {
        if (tree.filter(ContainerTree::answers).isPresent()) {
            return;
        }
        close();
        // Never the name of the one before: the engine may still be at removing it.
        name = base + "-" + ++containers;
        DockerClient.Answer made = docker.call(runWords());
        if (made.code() != 0) {
            throw unavailable("docker cannot start " + settings.image() + " (" + made.text() + ")", remedy());
        }
        ContainerTree control =
                new ContainerTree(docker.builder(List.of("exec", "-i", name, "bash", "--noprofile", "--norc"))
                        .redirectErrorStream(true)
                        .start());
        if (!control.answers()) {
            throw unavailable(settings.image() + " has no bash", "name an image that has (--image)");
        }
        tree = Optional.of(control);
    }

    private List<String> runWords() {
        ShellLimits limits = settings.limits();
        String workspace = settings.workspace().toString();
        List<String> words = new ArrayList<>(List.of("run", "-d", "--rm", "--init", "--name", name));
        words.addAll(List.of(
                "--label", "dev.tracemend.shell=" + ProcessHandle.current().pid()));
        if (!settings.network()) {
            words.addAll(List.of("--network", "none"));
        }
        words.addAll(List.of("--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"));
        words.addAll(List.of("--tmpfs", "/tmp:rw,exec,mode=1777,size=" + limits.tmpBytes()));
        words.addAll(List.of("--pids-limit", Long.toString(limits.processes() * 4L)));
        words.addAll(List.of("--memory", limits.memoryBytes() + "b", "--memory-swap", limits.memoryBytes() + "b"));
        words.addAll(List.of("--ulimit", "core=0", "--ulimit", "fsize=" + limits.fileBytes()));
        words.addAll(List.of("--ulimit", "cpu=" + limits.cpu().toSeconds()));
        owner().ifPresent(user -> words.addAll(List.of("--user", user)));
        words.addAll(List.of("-v", workspace + ":" + workspace, "-w", workspace, "--entrypoint", "sleep"));
        ShellEnvironment.bare(settings).forEach((key, value) -> words.addAll(List.of("-e", key + "=" + value)));
        words.addAll(List.of(settings.image(), "infinity"));
        return words;
    }

    /** Files made in the workspace belong to whom the workspace belongs. */
    private Optional<String> owner() {
        try {
            Path workspace = settings.workspace();
            return Optional.of(
                    Files.getAttribute(workspace, "unix:uid") + ":" + Files.getAttribute(workspace, "unix:gid"));
        } catch (IOException | UnsupportedOperationException notUnix) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> environment() {
        return docker.builder(List.of()).environment();
    }

    @Override
    public ProcessTree tree(ProcessHandle process, long shell) {
        return tree.orElseThrow().withShell(process, shell);
    }

    @Override
    public Isolation isolation() {
        return new Isolation(
                SandboxKind.DOCKER,
                true,
                !settings.network(),
                true,
                settings.limits().words());
    }

    @Override
    public String remedy() {
        return "start an engine (scripts/docker-engine does), set DOCKER_HOST if it listens elsewhere,"
                + " or choose another sandbox";
    }

    @Override
    public void close() {
        tree.ifPresent(ContainerTree::close);
        if (tree.isPresent() || docker.call(List.of("inspect", name)).code() == 0) {
            docker.call(List.of("rm", "-f", name));
        }
        tree = Optional.empty();
    }
}
