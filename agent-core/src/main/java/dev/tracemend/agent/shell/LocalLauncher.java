package dev.tracemend.agent.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** No sandbox: the shell runs as this user, in a session of its own, with limits. */
final class LocalLauncher implements Launcher {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final ShellSettings settings;
    private final String id;

    LocalLauncher(ShellSettings settings, String id) {
        this.settings = settings;
        this.id = id;
    }

    @Override
    public List<String> words(List<String> argv, boolean terminal) {
        List<String> words = new ArrayList<>();
        if (!terminal && Files.isExecutable(SETSID)) {
            // Without it a program could talk to the terminal that we were started from.
            words.add(SETSID.toString());
        }
        words.addAll(HostStart.words(id, settings.limits(), argv));
        return words;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = ShellEnvironment.of(settings);
        environment.put(HostTree.COOKIE, id);
        return environment;
    }

    @Override
    public ProcessTree tree(ProcessHandle process, long shell) {
        return HostTree.plain(process, id);
    }

    @Override
    public Isolation isolation() {
        return new Isolation(
                SandboxKind.LOCAL, false, false, false, settings.limits().words());
    }

    @Override
    public String remedy() {
        return "install bash (Debian: apt install bash)";
    }

    @Override
    public void close() {
        HostTree.removeGroups(id);
    }
}
