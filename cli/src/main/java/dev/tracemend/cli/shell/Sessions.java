package dev.tracemend.cli.shell;

import dev.tracemend.agent.shell.ShellException;
import dev.tracemend.agent.shell.ShellSession;
import dev.tracemend.agent.shell.ShellSettings;
import dev.tracemend.agent.shell.Shells;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The open sessions by name. A name that was never used is opened by its first command; one that was closed is not. */
final class Sessions implements AutoCloseable {
    private static final int MOST = 64;

    private final ShellSettings settings;
    private final Map<String, ShellSession> open = new LinkedHashMap<>();
    private final Set<String> closed = new HashSet<>();

    Sessions(ShellSettings settings) {
        this.settings = settings;
    }

    ShellSettings settings() {
        return settings;
    }

    synchronized Optional<ShellSession> find(String name) {
        return Optional.ofNullable(open.get(name));
    }

    synchronized ShellSession create(String name) throws StepRefusal {
        if (open.containsKey(name)) {
            throw new StepRefusal("session_exists", "the session " + name + " is open already: close it first");
        }
        if (open.size() >= MOST) {
            throw new StepRefusal("too_many_sessions", MOST + " sessions are open: close one first");
        }
        try {
            ShellSession session = Shells.open(settings);
            open.put(name, session);
            closed.remove(name);
            return session;
        } catch (ShellException e) {
            throw refusal(e);
        }
    }

    ShellSession wanted(String name) throws StepRefusal {
        Optional<ShellSession> session = find(name);
        if (session.isPresent()) {
            return session.get();
        }
        if (wasClosed(name)) {
            throw new StepRefusal("session_closed", "the session " + name + " was closed: create it again");
        }
        return create(name);
    }

    synchronized boolean wasClosed(String name) {
        return closed.contains(name);
    }

    void close(String name) throws StepRefusal {
        ShellSession session =
                find(name).orElseThrow(() -> new StepRefusal("no_such_session", "there is no open session " + name));
        session.close();
        synchronized (this) {
            open.remove(name);
            closed.add(name);
        }
    }

    static StepRefusal refusal(ShellException e) {
        return new StepRefusal(e.reason().name().toLowerCase(Locale.ROOT), String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        Map<String, ShellSession> all;
        synchronized (this) {
            all = Map.copyOf(open);
            open.clear();
        }
        all.values().parallelStream().forEach(ShellSession::close);
    }
}
