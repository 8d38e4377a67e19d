package dev.tracemend.logs;

import java.util.regex.Pattern;

/** The lines of a key's block, which is masked only as a whole. */
final class KeyLines {
    static final String BEGIN = "-----BEGIN ";

    /** An RSA key of 16384 bits has some 200 lines. */
    private static final int MOST = 220;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=]{1,128}");

    private KeyLines() {}

    /** Whether a line goes on with a block that began anywhere in the event. */
    static boolean goOn(CharSequence event, String line) {
        if (!line.startsWith("-----END ") && !inner(line)) {
            return false;
        }
        if (EventTail.firstLine(event).contains(BEGIN)) {
            return true;
        }
        EventTail tail = new EventTail(event);
        for (int i = 0; i < MOST && tail.hasMore(); i++) {
            String above = tail.next();
            if (above.contains(BEGIN)) {
                return true;
            }
            if (!above.isBlank() && !BASE64.matcher(above).matches() && !above.contains(": ")) {
                return false;
            }
        }
        return false;
    }

    private static boolean inner(String line) {
        return BASE64.matcher(line).matches() || line.startsWith("Proc-Type:") || line.startsWith("DEK-Info:");
    }
}
