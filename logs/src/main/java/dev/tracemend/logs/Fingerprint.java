package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Names the cause of an error, so that two events with the same cause meet. Line numbers, values, compiler's and proxies'
 * numbers stay out: it survives an edit elsewhere in the file and a restart.
 */
public final class Fingerprint {
    /** Version of what goes in; a new one renames every cause. */
    public static final int VERSION = 2;

    private static final int MOST_FRAMES = 2;

    private Fingerprint() {}

    /** 16 lowercase hexadecimal digits. */
    public static String of(StackTrace trace, LineFacts facts) {
        return hash(explain(trace, facts));
    }

    /** As a grouping rule names it. */
    static String of(StackTrace trace, LineFacts facts, GroupingRule rule) {
        String usual = of(trace, facts);
        String key = rule.key(facts, trace, usual);
        return key.equals(usual) ? usual : hash("version " + VERSION + "\nrule " + key);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256; this one does not", e);
        }
    }

    /**
     * The text that is hashed, a line for each part: version, type of the root cause, its first own frames; without a
     * frame, logger and message template.
     */
    public static String explain(StackTrace trace, LineFacts facts) {
        List<String> frames = trace.isEmpty() ? List.of() : frames(trace);
        String type = trace.isEmpty() ? "" : trace.root().type();
        if (frames.isEmpty()) {
            String message = trace.isEmpty() ? facts.message() : trace.root().message();
            return messageParts(type, facts.logger(), message);
        }
        List<String> parts = new ArrayList<>();
        parts.add("version " + VERSION);
        parts.add("type " + CodeName.stableClass(type));
        frames.forEach(frame -> parts.add("frame " + frame));
        return String.join("\n", parts);
    }

    private static String messageParts(String type, String logger, String message) {
        String typed = type.isEmpty() ? "" : "\ntype " + CodeName.stableClass(type);
        return "version " + VERSION + typed + "\nlogger " + MessageTemplate.of(logger) + "\nmessage " + MessageTemplate.of(message);
    }

    /** Whether the cause is named by frames, and not by a message. */
    static boolean isOfFrames(StackTrace trace) {
        return !trace.isEmpty() && !frames(trace).isEmpty();
    }

    /** The fingerprint of a message; {@code type} is empty where there is no exception. */
    static String ofMessage(String type, String logger, String message) {
        return hash(messageParts(type, logger, message));
    }

    /** Own frames of the root cause, else of the exception nearest to it that has some, else any of the root cause. */
    private static List<String> frames(StackTrace trace) {
        for (int i = trace.chain().size() - 1; i >= 0; i--) {
            List<String> own = names(trace.chain().get(i).frames(), true);
            if (!own.isEmpty()) {
                return own;
            }
        }
        return names(trace.root().frames(), false);
    }

    private static List<String> names(List<StackFrame> frames, boolean ownOnly) {
        List<String> names = new ArrayList<>();
        for (StackFrame frame : frames) {
            String name = CodeName.of(frame);
            // Recursion repeats a frame as often as the input was deep.
            boolean repeated = !names.isEmpty() && names.get(names.size() - 1).equals(name);
            if ((frame.inApp() || !ownOnly) && !repeated) {
                names.add(name);
            }
            if (names.size() == MOST_FRAMES) {
                break;
            }
        }
        return names;
    }
}
