package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;

/**
 * The phrases that speak for or against a failure, with their weights. A bare keyword ("error", "failed", "timeout") is
 * none of them: what counts are phrases that say what went wrong.
 */
final class PhraseBook {
    /** Written by nothing but a failure, whatever the level says. */
    static final int SURE = 90;
    /** A failure, if the line does not call itself harmless. */
    static final int LIKELY = 45;
    /** An operation failed; whether that matters the level says. */
    static final int WEAK = 20;
    /** The line says that it was dealt with. */
    static final int SOFT = -30;

    private static final String SURE_PHRASES = """
            oomkilled|crashloopbackoff|back-off restarting failed|out of memory: kill|invoked oom-killer|oom-kill:|\
            memory cgroup out of memory|outofmemoryerror|java heap space|gc overhead limit exceeded|\
            cannot allocate memory|javascript heap out of memory|segmentation fault|segfault at |core dumped|dumped core|sigsegv|sigabrt|\
            kernel panic|kernel bug at|general protection fault|soft lockup|hard lockup|double free|stack smashing detected|\
            buffer overflow detected|heap corruption|no space left on device|disk full|disk is full|disk quota exceeded|enospc|\
            too many open files|deadlock detected|deadlock found|certificate has expired|certificate is expired|\
            certificate expired|x509: certificate|unhandled exception|uncaught exception|unhandledpromiserejection|\
            unhandled promise rejection|unhandled rejection|exception in thread "|a fatal error has been detected by the java|\
            terminated by signal|killed by signal|signal: killed|traceback (most recent call last)|fatal python error|\
            code=killed, status=|code=dumped, status=|failed with result '|read-only file system|imagepullbackoff|\
            errimagepull|machine check error|i/o error, dev|blocked for more than|all goroutines are asleep|\
            goroutine stack exceeds|http: panic serving|application failed to start|concurrent map writes|panicked at|remounting filesystem read-only|ora-00600|\
            addresssanitizer: |leaksanitizer: |threadsanitizer: |memorysanitizer: |java-level deadlock|\
            terminate called after throwing|terminate called without an active|entered fatal state|\
            has no server available|harakiri on worker|critical medium error|error (device |can't find command|detected stall|\
            bug: unable to handle|build failed with an exception|fullyqualifiederrorid""";
    private static final String LIKELY_PHRASES = """
            connection refused|connection reset|connection aborted|connection timed out|closed unexpectedly|broken pipe|\
            econnrefused|econnreset|econnaborted|etimedout|enotfound|ehostunreach|epipe|eaddrinuse|eacces|emfile|\
            no route to host|network is unreachable|host is unreachable|host unreachable|name or service not known|\
            temporary failure in name resolution|could not resolve host|no such host|operation timed out|request timed out|\
            read timed out|timed out waiting|timed out after|lock wait timeout|timeout exceeded|deadline exceeded|\
            permission denied|access denied for user|address already in use|handshake failed|handshake failure|\
            certificate verify failed|unable to find valid certification path|max retries exceeded|retries exhausted|\
            giving up|pool exhausted|pool is exhausted|too many connections|out of memory|i/o error|input/output error|\
            hardware error|failed to start|dependency failed for|error response from daemon|failed to pull image|\
            failedscheduling|failedmount|liveness probe failed|main process exited|cannot open shared object|\
            command not found|division by zero|divide by zero|null pointer|nil pointer|index out of range|\
            index out of bounds|stack overflow|syntax error at|violates foreign key|violates unique|constraint fails|\
            constraint failed|assertion failed|crashed|upstream prematurely closed|no live upstreams|upstream timed out|\
            connect() failed|transaction aborted|quorum lost|data corruption|corrupted|data loss|checksum mismatch|\
            uncorrectable|fatal error|abnormal termination|terminated abnormally|killed process|raised unexpected|\
            was never awaited|was never retrieved|background saving error|can't save in background|error writing to the aof|illegal instruction|bus error|unrecoverable|failed permanently|\
            medium error|timeout, aborting|timeout, reset controller|failed command: |hard resetting link|\
            assertion `|(failed, |is down, reason: |execution halted|exception while executing function|\
            no python application found|finished: failure|build failed|terminated unexpectedly|stopped unexpectedly|\
            exited unexpectedly|reached maxdequeuecount|module not found: |data corrupted|is corrupted|is corrupt""";
    private static final String WEAK_PHRASES = """
            failed to |unable to |could not |couldn't |failed with |has failed|failed after |error while |error during |\
            error processing |error occurred|exception while|exception occurred|aborting|not responding""";
    private static final String SOFT_PHRASES = """
            retrying|retried|retries left|retry policy|policy|will retry|retry in |retry attempt|will be retried|next attempt|reconnecting|recovered|falling back|\
            using default|ignoring|ignored|skipping|continuing|as expected|expected |simulat|deprecated|\
            successfully|no longer|resolved|dry run|dry-run|tolerated|non-fatal|not fatal|harmless|handler |test """;
    /** What a number follows that says how a process ended. */
    private static final String EXIT_PHRASES =
            "exit status|exit code|exited with code|exited with status|exitcode|code=exited, status|exited (";

    private static final Entries ENTRIES = Entries.read();
    private static final PhraseScan SCAN = new PhraseScan(ENTRIES.phrases());

    private PhraseBook() {}

    /** The phrases, for a scan. */
    static PhraseScan scan() {
        return SCAN;
    }

    /** Whether there is a phrase of this number; they count from 0. */
    static boolean has(int number) {
        return number < ENTRIES.phrases().size();
    }

    /** The phrase of a number. */
    static String phrase(int number) {
        return ENTRIES.phrases().get(number);
    }

    /** The weight of a phrase; 0 where the number behind it decides. */
    static int weight(int number) {
        return ENTRIES.weights().get(number);
    }

    private record Entries(List<String> phrases, List<Integer> weights) {
        static Entries read() {
            Entries entries = new Entries(new ArrayList<>(), new ArrayList<>());
            entries.add(SURE_PHRASES, SURE);
            entries.add(LIKELY_PHRASES, LIKELY);
            entries.add(WEAK_PHRASES, WEAK);
            entries.add(SOFT_PHRASES, SOFT);
            entries.add(EXIT_PHRASES, 0);
            return new Entries(List.copyOf(entries.phrases), List.copyOf(entries.weights));
        }

        private void add(String all, int weight) {
            for (String phrase : all.split("\\|", -1)) {
                phrases.add(phrase);
                weights.add(weight);
            }
        }
    }
}
