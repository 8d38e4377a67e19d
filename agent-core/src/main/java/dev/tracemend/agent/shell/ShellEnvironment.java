package dev.tracemend.agent.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a shell gets to see of our environment: names on a list, never keys, tokens or passwords. */
final class ShellEnvironment {
    private static final Set<String> ALLOWED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "TZ",
            "TMPDIR",
            "JAVA_HOME",
            "MAVEN_HOME",
            "M2_HOME",
            "GOPATH",
            "GOROOT",
            "CARGO_HOME",
            "RUSTUP_HOME",
            "PYENV_ROOT",
            "NVM_DIR",
            "VIRTUAL_ENV");
    /** No pager waits, nothing asks, one character set. */
    private static final Map<String, String> FIXED = Map.of(
            "PS1",
            "",
            "PS2",
            "",
            "TERM",
            "dumb",
            "PAGER",
            "cat",
            "GIT_PAGER",
            "cat",
            "GIT_TERMINAL_PROMPT",
            "0",
            "LC_ALL",
            "C.UTF-8");

    private ShellEnvironment() {}

    static Map<String, String> of(ShellSettings settings) {
        Map<String, String> ours = new HashMap<>(new ProcessBuilder().environment());
        ours.keySet().retainAll(ALLOWED);
        ours.putAll(FIXED);
        ours.putAll(settings.environment());
        return ours;
    }

    /** The same without anything of this machine, for a container. */
    static Map<String, String> bare(ShellSettings settings) {
        Map<String, String> bare = new HashMap<>(FIXED);
        bare.put("HOME", "/tmp");
        bare.putAll(settings.environment());
        return bare;
    }
}
