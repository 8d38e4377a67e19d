package dev.tracemend.agent.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Namespaces made by {@code bwrap}: of this machine only the system's folders are there, read-only and without their
 * secrets; home is empty but for tool chains; the workspace alone can be written.
 */
final class BubblewrapLauncher implements Launcher {
    private static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc", "/opt", "/nix");
    private static final List<String> SECRETS = List.of(
            "/etc/shadow",
            "/etc/shadow-",
            "/etc/gshadow",
            "/etc/gshadow-",
            "/etc/sudoers",
            "/etc/sudoers.d",
            "/etc/ssh",
            "/etc/ssl/private",
            "/etc/docker",
            "/etc/kubernetes",
            "/etc/rancher",
            "/etc/wireguard",
            "/etc/krb5.keytab",
            "/etc/apt/auth.conf",
            "/etc/apt/auth.conf.d",
            "/etc/maven",
            "/etc/NetworkManager",
            "/etc/cron.d");
    /** What builds need from home; none of these holds credentials. */
    private static final List<String> TOOLS = List.of(
            ".m2/repository", ".pyenv", ".sdkman/candidates", ".nvm/versions", ".rustup", ".cargo/bin", ".local/bin");
    /** What a commit would run later, outside the sandbox. */
    private static final List<String> GIT = List.of(".git/hooks", ".git/config");

    private final ShellSettings settings;
    private final String id;
    private final boolean nestedForbidden;

    BubblewrapLauncher(ShellSettings settings, String id) {
        this.settings = settings;
        this.id = id;
        String help = help();
        if (!help.contains("--size")) {
            throw new ShellException(
                    ShellException.Reason.SANDBOX_UNAVAILABLE,
                    "bubblewrap 0.8 or newer is not on the PATH: " + remedy());
        }
        this.nestedForbidden = help.contains("--disable-userns");
    }

    private static String help() {
        try {
            Process process = new ProcessBuilder("bwrap", "--help")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException absent) {
            return "";
        }
    }

    @Override
    public List<String> words(List<String> argv, boolean terminal) {
        String workspace = settings.workspace().toString();
        List<String> words = new ArrayList<>(List.of("bwrap", "--die-with-parent"));
        if (!terminal) {
            words.add("--new-session");
        }
        if (!settings.network()) {
            words.add("--unshare-net");
        }
        words.addAll(List.of(
                "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--cap-drop", "ALL"));
        if (nestedForbidden) {
            words.addAll(List.of("--unshare-user", "--disable-userns"));
        }
        words.addAll(List.of("--hostname", "sandbox"));
        system(words);
        String size = Long.toString(settings.limits().tmpBytes());
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        // Root may write the kernel's settings even without a capability.
        words.addAll(List.of("--ro-bind-try", "/proc/sys", "/proc/sys"));
        words.addAll(List.of("--ro-bind-try", "/proc/sysrq-trigger", "/proc/sysrq-trigger"));
        words.addAll(List.of("--size", size, "--perms", "1777", "--tmpfs", "/dev/shm", "--remount-ro", "/dev"));
        words.addAll(List.of("--size", size, "--perms", "1777", "--tmpfs", "/tmp"));
        home(words);
        words.addAll(List.of("--bind", workspace, workspace));
        GIT.stream()
                .map(settings.workspace()::resolve)
                .filter(Files::exists)
                .forEach(path -> words.addAll(List.of("--ro-bind", path.toString(), path.toString())));
        words.addAll(List.of("--remount-ro", "/", "--chdir", workspace, "--"));
        if (!terminal) {
            words.addAll(argv);
            return HostStart.words(id, settings.limits(), words);
        }
        // The keys of a terminal reach the sandbox's keeper too, which must not die of them; the program may.
        words.addAll(List.of("env", "--default-signal=INT", "--default-signal=QUIT"));
        words.addAll(argv);
        List<String> deaf = new ArrayList<>(List.of("bash", "-c", "trap '' INT QUIT; exec \"$@\"", "keeper"));
        deaf.addAll(words);
        return HostStart.words(id, settings.limits(), deaf);
    }

    private static void system(List<String> words) {
        for (String folder : SYSTEM) {
            words.addAll(List.of("--ro-bind-try", folder, folder));
        }
        for (String secret : SECRETS) {
            if (Files.isDirectory(Path.of(secret))) {
                words.addAll(List.of("--tmpfs", secret, "--remount-ro", secret));
            } else if (Files.exists(Path.of(secret))) {
                words.addAll(List.of("--ro-bind", "/dev/null", secret));
            }
        }
    }

    private void home(List<String> words) {
        Path home = Path.of(System.getProperty("user.home"));
        String size = Long.toString(settings.limits().tmpBytes());
        if (home.getNameCount() > 0 && Stream.of("/tmp", "/usr").noneMatch(home::startsWith)) {
            words.addAll(List.of("--size", size, "--tmpfs", home.toString()));
        }
        List<Path> readable = new ArrayList<>(settings.readable());
        TOOLS.stream().map(home::resolve).forEach(readable::add);
        readable.add(Path.of(System.getProperty("java.home")));
        for (Path path : Set.copyOf(readable)) {
            if (Files.exists(path) && SYSTEM.stream().noneMatch(path::startsWith)) {
                words.addAll(List.of("--ro-bind", path.toString(), path.toString()));
            }
        }
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = ShellEnvironment.of(settings);
        environment.remove("TMPDIR");
        return environment;
    }

    @Override
    public ProcessTree tree(ProcessHandle process, long shell) {
        return HostTree.inNamespace(process, id);
    }

    @Override
    public Isolation isolation() {
        return new Isolation(
                SandboxKind.BUBBLEWRAP,
                true,
                !settings.network(),
                true,
                settings.limits().words());
    }

    @Override
    public String remedy() {
        return "install it (Debian: apt install bubblewrap), allow user namespaces"
                + " (sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0),"
                + " or choose another sandbox: docker, or local, which confines nothing";
    }

    @Override
    public void close() {
        HostTree.removeGroups(id);
    }
}
