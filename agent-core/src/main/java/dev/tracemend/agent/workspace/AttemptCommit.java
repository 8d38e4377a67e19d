package dev.tracemend.agent.workspace;

import java.util.ArrayList;
import java.util.List;

/**
 * What a commit of an attempt says. All of it may come from a model: line ends, control characters and length are mended.
 *
 * @param subject first line
 * @param body further text, may be empty
 * @param fingerprint of the incident
 * @param resultId of the result that reports the attempt
 * @param verifiedBy how it was verified
 */
public record AttemptCommit(String subject, String body, String fingerprint, String resultId, String verifiedBy) {
    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_BODY = 8_000;
    private static final int LONGEST_TRAILER = 200;

    /** The message, trailers last. */
    String message() {
        StringBuilder text = new StringBuilder(line(subject, LONGEST_SUBJECT));
        String plain = body.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
                .strip();
        if (!plain.isEmpty()) {
            text.append("\n\n").append(plain, 0, Math.min(LONGEST_BODY, plain.length()));
        }
        return text + "\n\n" + String.join("\n", trailers()) + "\n";
    }

    private List<String> trailers() {
        List<String> trailers = new ArrayList<>();
        trailers.add("Fingerprint: " + line(fingerprint, LONGEST_TRAILER));
        trailers.add("Result-Id: " + resultLine());
        trailers.add("Verified-By: " + line(verifiedBy, LONGEST_TRAILER));
        return trailers;
    }

    /** The result's id as its trailer says it. */
    String resultLine() {
        return line(resultId, LONGEST_TRAILER);
    }

    private static String line(String text, int longest) {
        String one = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return one.isEmpty() ? "none" : one.substring(0, Math.min(longest, one.length()));
    }
}
