package dev.tracemend.agent.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Processes of this machine. Where the session has a control group its list is complete; elsewhere they are the
 * descendants of the shell and, for those that left their parents, whoever carries the session's id in its environment.
 */
final class HostTree implements ProcessTree {
    static final String COOKIE = "TRACEMEND_SHELL";

    private static final Path PROC = Path.of("/proc");
    private static final int ROUNDS = 200;
    private static final long PAGE = 4096;

    private final ProcessHandle process;
    private final ProcessHandle shell;
    private final Set<Long> carriers;
    private final String id;
    private final boolean namespace;
    private final Optional<Path> group;

    private HostTree(ProcessHandle process, ProcessHandle shell, Set<Long> carriers, String id, boolean namespace) {
        this.process = process;
        this.shell = shell;
        this.carriers = carriers;
        this.id = id;
        this.namespace = namespace;
        this.group = group(process.pid(), id);
    }

    /** The started process is the shell. */
    static HostTree plain(ProcessHandle process, String id) {
        return new HostTree(process, process, Set.of(process.pid()), id, false);
    }

    /** The started process is the sandbox's keeper; its child is the first process of the namespace, and its the shell. */
    static HostTree inNamespace(ProcessHandle process, String id) {
        ProcessHandle at = process;
        Set<Long> carriers = new HashSet<>(Set.of(at.pid()));
        for (Optional<ProcessHandle> child = onlyChild(at); child.isPresent(); child = onlyChild(at)) {
            at = child.get();
            carriers.add(at.pid());
        }
        return new HostTree(process, at, carriers, id, true);
    }

    private static Optional<ProcessHandle> onlyChild(ProcessHandle of) {
        return of.children().findFirst();
    }

    private static Optional<Path> group(long pid, String id) {
        String name = "tracemend-" + id;
        try {
            for (String line : Files.readAllLines(PROC.resolve(pid + "/cgroup"))) {
                String path = line.substring(line.lastIndexOf(':') + 1);
                Path root = Path.of("/sys/fs/cgroup", line.startsWith("0::") ? "" : "pids");
                Path procs = root.resolve(path.substring(1)).resolve("cgroup.procs");
                if (path.endsWith(name) && (line.startsWith("0::") || line.contains(":pids:")) && Files.exists(procs)) {
                    return Optional.of(procs);
                }
            }
        } catch (IOException noControlGroups) {
            // the descendants have to do
        }
        return Optional.empty();
    }

    @Override
    public Set<Long> members() {
        Set<Long> found = new HashSet<>();
        if (group.isPresent()) {
            found.addAll(listed(group.get()));
        } else {
            process.descendants().forEach(child -> found.add(child.pid()));
            if (!namespace) {
                found.addAll(marked());
            }
        }
        found.removeAll(carriers);
        return found;
    }

    private static List<Long> listed(Path procs) {
        try {
            return Files.readAllLines(procs).stream().map(Long::valueOf).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Who carries our id: also a child of a child that has left its session and its parent. */
    private List<Long> marked() {
        List<Long> marked = new ArrayList<>();
        byte[] cookie = (COOKIE + "=" + id).getBytes(StandardCharsets.US_ASCII);
        try (Stream<Path> entries = Files.list(PROC)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String name = entry.getFileName().toString();
                if (Character.isDigit(name.charAt(0)) && carries(entry.resolve("environ"), cookie)) {
                    marked.add(Long.valueOf(name));
                }
            }
        } catch (IOException noProc) {
            // not every system has it
        }
        return marked;
    }

    private static boolean carries(Path environ, byte[] cookie) {
        try {
            return new String(Files.readAllBytes(environ), StandardCharsets.ISO_8859_1)
                    .contains(new String(cookie, StandardCharsets.ISO_8859_1));
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    @Override
    public void signal(String name, Set<Long> processes) {
        if (processes.isEmpty()) {
            return;
        }
        if (name.equals("KILL")) {
            processes.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        } else if (name.equals("TERM")) {
            processes.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
        } else {
            List<String> words = new ArrayList<>(List.of("kill -s " + name + " \"$@\"", "kill"));
            processes.stream().limit(2000).forEach(pid -> words.add(Long.toString(pid)));
            bash(words);
        }
    }

    private static void bash(List<String> words) {
        List<String> all = new ArrayList<>(List.of("bash", "-c"));
        all.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(Set.of("PATH"));
        try {
            builder.start().waitFor(2, TimeUnit.SECONDS);
        } catch (IOException noBash) {
            // the next step of the ladder is stronger
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void interruptShell() {
        // A group that is not the shell's alone would be ours.
        long target =
                groupOf(shell.pid()) != groupOf(ProcessHandle.current().pid()) ? -groupOf(shell.pid()) : shell.pid();
        bash(List.of("kill -s INT -- \"$1\"", "kill", Long.toString(target)));
    }

    /** The process group, the third field behind the name in parentheses; 0 if unknown. */
    private static long groupOf(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2]);
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }

    @Override
    public boolean shellAlive() {
        return process.isAlive();
    }

    @Override
    public void killAll() {
        if (namespace) {
            // With its first process the kernel ends the whole namespace.
            carriers.stream().filter(pid -> pid != process.pid()).forEach(pid -> ProcessHandle.of(pid)
                    .ifPresent(ProcessHandle::destroyForcibly));
        }
        process.destroyForcibly();
        for (int round = 0; round < ROUNDS; round++) {
            Set<Long> left = members();
            if (left.isEmpty()) {
                break;
            }
            signal("KILL", left);
            Thread.onSpinWait();
        }
        try {
            process.onExit().get(2, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException notYet) {
            // it was told
        }
    }

    @Override
    public long memory() {
        long pages = 0;
        Set<Long> all = members();
        all.add(shell.pid());
        for (long pid : all) {
            try {
                pages += Long.parseLong(
                        Files.readString(PROC.resolve(pid + "/statm")).split(" ")[1]);
            } catch (IOException | RuntimeException gone) {
                // a process that has ended holds nothing
            }
        }
        return pages * PAGE;
    }

    /** Removes the control groups of a session that has ended, as soon as its last process is reaped. */
    static void removeGroups(String id) {
        bash(List.of(
                "for i in {1..100}; do groups=$(find /sys/fs/cgroup -maxdepth 5 -type d -name \"tracemend-$1\"); "
                        + "[ -n \"$groups\" ] || exit 0; rmdir $groups && exit 0; sleep 0.05; done",
                "rmdir",
                id));
    }
}
