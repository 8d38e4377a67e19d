package dev.tracemend.agent.shell;

/**
 * The lines we write to a shell. Descriptor 8 is its real output and 200 a spare; everything the shell says between
 * commands (prompts, notices of ended jobs, traces of our own lines) goes to {@code /dev/null}.
 *
 * <p>A command is first parsed as the body of a function, so that a syntax error in its last line does not leave its first
 * ones done, and only when that fails asked about from a second bash, whose message is the better one. It is then sourced
 * from a here-string: output that it redirects for good, and what it does to its input, ends with it.
 */
final class ShellScript {
    /** A here-string up to this size is a pipe and needs no temporary file, which a full disk would refuse. */
    private static final int PIPE = 4000;

    private final String nonce;

    ShellScript(String nonce) {
        this.nonce = nonce;
    }

    /** Takes over a new shell and goes to a directory, or if it is gone to the workspace. */
    String prologue(String directory, String workspace) {
        return "\\exec 8>&1 200>&1 >/dev/null 2>&1; set +H; set +o history; unset MAILCHECK HISTFILE PROMPT_COMMAND; "
                + "__tm_r() { return \"$1\"; }; __tm_rc=$$; \\builtin cd -- " + quote(directory)
                + " || \\builtin cd -- " + quote(workspace) + "; " + end(0) + "; __tm_rc=0\n";
    }

    /** Runs a command and says what became of it. */
    String command(long sequence, String command) {
        String source = command.length() < PIPE ? "\"$__tm_c\"" : "'\\eval \"$__tm_c\"'";
        return "__tm_c=" + quote(command) + "; " + printf("S %s", Long.toString(sequence)) + "; "
                + "if \\eval \"__tm_f() { $__tm_c\n}\" || "
                + "\\builtin printf '%s\\n' \"$__tm_c\" | \"$BASH\" --norc -O extglob -n 2>&8; then "
                + "case $- in *e*) ;; *) __tm_r \"$__tm_rc\";; esac; "
                + "\\. /dev/fd/7 </dev/null >&8 2>&8 7<<<" + source + "; else __tm_r 2; fi; __tm_rc=$?; "
                + end(sequence) + "\n";
    }

    /** Asks a shell that was interrupted to say where it stands. */
    String resync(long sequence) {
        return "__tm_rc=$?; " + end(sequence) + "\n";
    }

    private String end(long sequence) {
        String marker = printf("E %s %s %s", sequence + " \"$__tm_rc\" \"$PWD\"");
        return marker + " || { \\exec 8>&200; " + marker + "; }; PS1= PS2= PS0= PROMPT_COMMAND=; set +v";
    }

    private String printf(String format, String values) {
        return "\\builtin printf '\\036" + nonce + " " + format + "\\036" + nonce + "\\n' " + values + " >&8";
    }

    /** One word for a POSIX shell. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
