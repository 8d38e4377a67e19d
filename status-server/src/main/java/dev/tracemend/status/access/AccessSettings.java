package dev.tracemend.status.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Who may ask a server, and how often.
 *
 * @param given the token that was given: none, or one
 * @param trustGateway whether what comes through the container's gateway needs no token: only where the one way through it
 *     is a port that is published on a loopback address of the host
 * @param perSecond requests of one client a second, on average; four times as many at once
 */
public record AccessSettings(List<AccessToken> given, boolean trustGateway, int perSecond) {
    /** Nothing is given. */
    public static final AccessSettings DEFAULT = new AccessSettings(List.of(), false, 1_000);

    private static final int FASTEST = 1_000_000;

    /** Rejects what cannot work. */
    public AccessSettings {
        given = List.copyOf(given);
        if (perSecond < 1 || perSecond > FASTEST) {
            throw new IllegalArgumentException("TRACEMEND_REQUESTS_PER_SECOND " + perSecond + " is not usable: 1 to "
                    + FASTEST + ", for example " + DEFAULT.perSecond());
        }
    }

    /**
     * Of an environment: {@code TRACEMEND_TOKEN}, else the file of {@code TRACEMEND_TOKEN_FILE}; {@code
     * TRACEMEND_TRUST_GATEWAY}; {@code TRACEMEND_REQUESTS_PER_SECOND}.
     *
     * @throws IllegalArgumentException for a value that is not usable
     */
    public static AccessSettings of(Map<String, String> environment) {
        String perSecond = environment.getOrDefault("TRACEMEND_REQUESTS_PER_SECOND", "");
        return new AccessSettings(
                token(environment),
                environment.getOrDefault("TRACEMEND_TRUST_GATEWAY", "").equals("true"),
                perSecond.isBlank() ? DEFAULT.perSecond() : number(perSecond.strip()));
    }

    /** The same with the token of a file. */
    public AccessSettings withTokenOf(Path file) {
        return new AccessSettings(List.of(TokenFile.read(file)), trustGateway, perSecond);
    }

    private static List<AccessToken> token(Map<String, String> environment) {
        String text = environment.getOrDefault("TRACEMEND_TOKEN", "");
        if (!text.isBlank()) {
            return List.of(AccessToken.of(text, "TRACEMEND_TOKEN"));
        }
        String file = environment.getOrDefault("TRACEMEND_TOKEN_FILE", "");
        return file.isBlank() ? List.of() : List.of(TokenFile.read(Path.of(file.strip())));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
