package dev.tracemend.status.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that lets its bearer in, and the sessions that are drawn from it. A session is {@code <end>.<signature>}, its
 * end in seconds since the epoch: the server keeps none, a stolen one does not tell the token, and another token ends all.
 * Never in a text: {@link #toString} hides it.
 */
public final class AccessToken {
    /** How long a browser stays logged in. */
    public static final Duration SESSION = Duration.ofDays(30);

    private static final int SHORTEST = 16;
    private static final String SHAPE = "[A-Za-z0-9._~+/=-]{" + SHORTEST + ",512}";

    private final String secret;

    private AccessToken(String secret) {
        this.secret = secret;
    }

    /**
     * The token of a text.
     *
     * @param from where the text was found, for the error
     * @throws IllegalArgumentException for one that is short enough to guess, or cannot stand in a header
     */
    public static AccessToken of(String text, String from) {
        String secret = text.strip();
        if (!secret.matches(SHAPE)) {
            throw new IllegalArgumentException("the token of " + from + " is not usable: at least " + SHORTEST
                    + " of the characters A-Z, a-z, 0-9 and ._~+/=-, for example of `openssl rand -hex 32`");
        }
        return new AccessToken(secret);
    }

    /** A new one that nobody can guess: 256 bits. */
    static AccessToken random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret itself, for the file that keeps it and the one link that shows it. */
    public String reveal() {
        return secret;
    }

    /** Whether this is what was presented; takes as long for a near miss as for a far one. */
    public boolean matches(String presented) {
        return same(signature("presented " + secret), signature("presented " + presented));
    }

    /** A name for the cookie of this token's sessions: servers on one host share a browser's cookies. */
    public String cookieName() {
        return "tracemend-" + signature("cookie").substring(0, 8);
    }

    /** A session that ends {@link #SESSION} after a time. */
    public String session(Instant now) {
        long end = now.plus(SESSION).getEpochSecond();
        return end + "." + signature("session " + end);
    }

    /** Whether a text is a session of ours that has not ended. */
    public boolean isSession(String text, Instant now) {
        int dot = text.indexOf('.');
        if (dot < 1 || !text.substring(0, dot).matches("[0-9]{1,12}")) {
            return false;
        }
        long end = Long.parseLong(text.substring(0, dot));
        return same(signature("session " + end), text.substring(dot + 1)) && now.getEpochSecond() < end;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(of.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "token ***";
    }
}
