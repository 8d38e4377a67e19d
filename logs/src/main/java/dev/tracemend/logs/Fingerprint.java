package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the cause of an error, so that two events with the same cause meet: it survives other line numbers and values. */
public final class Fingerprint {
    /** Version of what goes in; a new one renames every cause. */
    public static final int VERSION = 1;

    private Fingerprint() {}

    /** 16 lowercase hexadecimal digits. */
    public static String of(StackTrace trace, LineFacts facts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(explain(trace, facts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The text that is hashed, a line for each part. */
    public static String explain(StackTrace trace, LineFacts facts) {
        StringBuilder text = new StringBuilder("v").append(VERSION).append('\n');
        if (trace.isEmpty()) {
            return text.append(facts.logger())
                    .append('\n')
                    .append(MessageTemplate.of(facts.message()))
                    .toString();
        }
        text.append(trace.root().type());
        trace.root().frames().stream().filter(StackFrame::inApp).limit(5).forEach(frame -> text.append('\n')
                .append(frame.className())
                .append('.')
                .append(frame.method()));
        return text.toString();
    }
}
