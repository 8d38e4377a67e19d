package dev.tracemend.cli.shell;

import dev.tracemend.agent.shell.ShellException;
import dev.tracemend.agent.shell.ShellSession;
import dev.tracemend.agent.shell.ShellSettings;
import dev.tracemend.agent.shell.Shells;
import dev.tracemend.agent.shell.TerminalSession;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The open sessions by name. A name that was never used is opened by its first command; one that was closed is not. */
final class Sessions implements AutoCloseable {
    private static final int MOST = 64;

    private final ShellSettings settings;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Set<String> closed = new HashSet<>();

    Sessions(ShellSettings settings) {
        this.settings = settings;
    }

    /** A shell, or a program on a terminal. */
    sealed interface Open {
        void close();
    }

    record OpenShell(ShellSession shell) implements Open {
        @Override
        public void close() {
            shell.close();
        }
    }

    record OpenTerminal(TerminalSession terminal) implements Open {
        @Override
        public void close() {
            terminal.close();
        }
    }

    ShellSettings settings() {
        return settings;
    }

    synchronized boolean has(String name) {
        return open.containsKey(name);
    }

    OpenShell createShell(String name) throws StepRefusal {
        return create(name, () -> new OpenShell(Shells.open(settings)));
    }

    OpenTerminal createTerminal(String name, List<String> program) throws StepRefusal {
        return create(name, () -> new OpenTerminal(TerminalSession.open(settings, program)));
    }

    private synchronized <T extends Open> T create(String name, Supplier<T> opening) throws StepRefusal {
        if (open.containsKey(name)) {
            throw new StepRefusal("session_exists", "the session " + name + " is open already: close it first");
        }
        if (open.size() >= MOST) {
            throw new StepRefusal("too_many_sessions", MOST + " sessions are open: close one first");
        }
        try {
            T session = opening.get();
            open.put(name, session);
            closed.remove(name);
            return session;
        } catch (ShellException e) {
            throw refusal(e);
        }
    }

    synchronized Open wanted(String name) throws StepRefusal {
        Open session = open.get(name);
        if (session != null) {
            return session;
        }
        if (closed.contains(name)) {
            throw new StepRefusal("session_closed", "the session " + name + " was closed: create it again");
        }
        return createShell(name);
    }

    void close(String name) throws StepRefusal {
        Open session;
        synchronized (this) {
            session = open.remove(name);
            if (session == null) {
                throw new StepRefusal("no_such_session", "there is no open session " + name);
            }
            closed.add(name);
        }
        session.close();
    }

    static StepRefusal refusal(ShellException e) {
        return new StepRefusal(e.reason().name().toLowerCase(Locale.ROOT), String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        List<Open> all;
        synchronized (this) {
            all = List.copyOf(open.values());
            open.clear();
        }
        all.parallelStream().forEach(Open::close);
    }
}
