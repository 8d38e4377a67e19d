package dev.tracemend.status.http;

import dev.tracemend.status.access.AccessToken;
import dev.tracemend.status.access.Gate;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/**
 * What a person sees who has not shown the token, and what the browser gets who has: a session in a cookie that no script
 * can read and no other site can use. One file with its style inside, since all others need the token.
 */
@Singleton
final class LoginPage {
    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");
    private static final String SAID = "<!--said-->";

    private final Gate gate;
    private final String page;
    private final String policy;

    LoginPage(Gate gate) {
        this.gate = gate;
        this.page = read();
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        this.policy = "default-src 'none'; style-src 'sha256-" + sha256(style) + "'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'";
    }

    /** The question, and what was wrong with the last answer, a text of ours. */
    MutableHttpResponse<byte[]> asking(String said) {
        // Without a referrer a browser would not say that the form is ours.
        return HttpResponse.<byte[]>status(HttpStatus.UNAUTHORIZED)
                .body(page.replace(SAID, said).getBytes(StandardCharsets.UTF_8))
                .contentType(HTML)
                .header("WWW-Authenticate", "Bearer realm=\"tracemend\"")
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "same-origin");
    }

    /** On to the page, with a session where a token is demanded. */
    MutableHttpResponse<byte[]> entered() {
        MutableHttpResponse<byte[]> on =
                HttpResponse.<byte[]>status(HttpStatus.SEE_OTHER).header("Location", "/");
        Optional<AccessToken> token = gate.token();
        token.ifPresent(known -> on.header(
                "Set-Cookie",
                known.cookieName() + "=" + known.session(Clock.systemUTC().instant()) + "; Path=/; Max-Age="
                        + AccessToken.SESSION.toSeconds() + "; HttpOnly; SameSite=Strict"));
        return on;
    }

    private static String read() {
        try (InputStream in = LoginPage.class.getResourceAsStream("/login.html")) {
            if (in == null) {
                throw new IllegalStateException("login.html is missing: the status server's jar is incomplete");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
