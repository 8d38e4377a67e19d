package dev.tracemend.agent.shell;

import java.util.Locale;

/** Where a shell runs. */
public enum SandboxKind {
    /** On this machine as this user: no confinement but limits and an allow-listed environment. */
    LOCAL,
    /** In namespaces made by {@code bwrap}: read-only system, no network, no home, only the workspace can be written. */
    BUBBLEWRAP,
    /** In a container of its own, made with the {@code docker} program. */
    DOCKER;

    /** The word users write: {@code local}, {@code bubblewrap}, {@code docker}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind that a word names.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SandboxKind of(String word) {
        for (SandboxKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no sandbox \"" + word + "\": local, bubblewrap or docker");
    }
}
