package dev.tracemend.worker.deliver.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over {@code <timestamp>.<body>}: the time stands under the signature, so that a copy of a request is worth
 * nothing later.
 */
public final class WebhookSignature {
    /** {@code sha256=} and 64 hexadecimal digits. */
    public static final String HEADER = "X-Tracemend-Signature";
    /** Seconds since the epoch. */
    public static final String TIMESTAMP = "X-Tracemend-Timestamp";

    private final SecretKeySpec key;

    /** Signs with a shared secret. */
    public WebhookSignature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The value of {@link #HEADER}. */
    public String sign(Instant time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java run time has HMAC-SHA256", impossible);
        }
    }

    /** What a receiver does: the same signature, told in constant time, over a time that is not long ago. */
    public boolean isGood(String signature, String timestamp, byte[] body, Instant now, Duration longest) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant time = Instant.ofEpochSecond(Long.parseLong(timestamp));
        boolean fresh = Duration.between(time, now).abs().compareTo(longest) <= 0;
        byte[] expected = sign(time, body).getBytes(StandardCharsets.UTF_8);
        return fresh && MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
}
