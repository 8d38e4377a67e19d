package dev.tracemend.logs;

import java.util.List;
import java.util.Optional;

/** Phrases that only a failure writes, whatever the layout: of the kernel, of run times, of container platforms. */
final class FailurePhrase {
    /** How far into an event a phrase counts. */
    private static final int REACH = 1_024;

    private static final List<String> ANYWHERE = List.of(
            "OOMKilled",
            "CrashLoopBackOff",
            "Out of memory: Kill",
            "OutOfMemoryError",
            "Traceback (most recent call last)",
            "Segmentation fault",
            "segfault at ",
            "SIGSEGV",
            "SIGABRT",
            "(core dumped)",
            "kernel panic",
            "Kernel panic",
            "Unhandled exception",
            "Uncaught exception",
            "UnhandledPromiseRejection",
            "Exception in thread \"",
            "A fatal error has been detected by the Java Runtime");
    private static final List<String> AT_START = List.of(
            "panic: ", "fatal error: ", "Fatal error: ", "FATAL: ", "CRITICAL: ", "Uncaught ", "Fatal Python error");

    private FailurePhrase() {}

    /** The first phrase in {@code event}, looked for near its start. */
    static Optional<String> in(String event) {
        String head = event.length() > REACH ? event.substring(0, REACH) : event;
        for (String phrase : AT_START) {
            if (head.startsWith(phrase) || head.contains("\n" + phrase)) {
                return Optional.of(phrase.strip());
            }
        }
        for (String phrase : ANYWHERE) {
            if (head.contains(phrase)) {
                return Optional.of(phrase.strip());
            }
        }
        return Optional.empty();
    }
}
