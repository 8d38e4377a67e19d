package dev.tracemend.agent.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Processes in a container, asked for and signalled through a second shell in it that only uses built-ins. */
final class ContainerTree implements ProcessTree {
    private static final long PATIENCE_SECONDS = 5;

    private final Process control;
    private final BufferedReader answers;
    private final OutputStream questions;
    private final Set<Long> carriers = new HashSet<>();
    private ProcessHandle client;
    private long shell;

    /** @param control a running {@code docker exec -i … bash} */
    ContainerTree(Process control) {
        this.control = control;
        this.client = control.toHandle();
        this.answers = new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
        this.questions = control.getOutputStream();
        carriers.addAll(listed());
    }

    /** The shell whose processes these are from now on. */
    ContainerTree withShell(ProcessHandle newClient, long pid) {
        client = newClient;
        shell = pid;
        return this;
    }

    boolean answers() {
        return control.isAlive() && !carriers.isEmpty();
    }

    private Set<Long> listed() {
        return Arrays.stream(ask("printf '%s ' /proc/[0-9]*; echo").split(" "))
                .filter(path -> path.startsWith("/proc/"))
                .map(path -> Long.valueOf(path.substring("/proc/".length())))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private synchronized String ask(String line) {
        try {
            questions.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            String answer = CompletableFuture.supplyAsync(this::readLine).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer;
        } catch (IOException | ExecutionException | TimeoutException gone) {
            control.destroyForcibly();
            return "";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private String readLine() {
        try {
            String line = answers.readLine();
            return line == null ? "" : line;
        } catch (IOException closed) {
            return "";
        }
    }

    @Override
    public Set<Long> members() {
        Set<Long> found = listed();
        found.removeAll(carriers);
        found.remove(shell);
        return found;
    }

    @Override
    public void signal(String name, Set<Long> processes) {
        if (!processes.isEmpty()) {
            String list = processes.stream().map(String::valueOf).collect(Collectors.joining(" "));
            ask("for p in " + list + "; do kill -s " + name + " $p; done 2>/dev/null; echo");
        }
    }

    @Override
    public void interruptShell() {
        if (shell > 0) {
            ask("{ kill -s INT -- -" + shell + " || kill -s INT " + shell + "; } 2>/dev/null; echo");
        }
    }

    @Override
    public boolean shellAlive() {
        return client.isAlive() && (shell == 0 || listed().contains(shell));
    }

    @Override
    public void killAll() {
        // Everybody but the container's first process and, for the next shell, whoever answers us.
        if (shell > 0) {
            signal("KILL", Set.of(shell));
        }
        for (int round = 0; round < 50; round++) {
            Set<Long> left = members();
            if (left.isEmpty()) {
                break;
            }
            signal("KILL", left);
        }
        endClient();
    }

    /** With nobody left to hold its output the client ends by itself, with the status of the shell: let it say that. */
    private void endClient() {
        try {
            client.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stuck) {
            client.destroyForcibly();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            client.destroyForcibly();
        }
    }

    @Override
    public long memory() {
        return 0; // the engine keeps this limit
    }

    void close() {
        control.destroyForcibly();
    }
}
