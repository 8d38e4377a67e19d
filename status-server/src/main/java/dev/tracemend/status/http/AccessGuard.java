package dev.tracemend.status.http;

import dev.tracemend.status.access.AccessToken;
import dev.tracemend.status.access.Admission;
import dev.tracemend.status.access.Gate;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody further who does not show the token, where one is demanded: as {@code Authorization: Bearer}, or as the cookie
 * that the login gives. What is not named here needs it, also what does not exist; {@code /health/liveness} tells nothing
 * and needs none.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(20)
final class AccessGuard {
    static final String LOGIN = "/login";
    private static final String LIVENESS = "/health/liveness";
    private static final String BEARER = "Bearer ";

    private final Gate gate;
    private final LoginPage login;

    AccessGuard(Gate gate, LoginPage login) {
        this.gate = gate;
        this.login = login;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        Admission pace = gate.pace(peer, !HostGuard.asks(request));
        if (pace instanceof Admission.TooOften) {
            return refused(request, pace);
        }
        boolean free = request.getPath().equals(LIVENESS) && HostGuard.asks(request);
        boolean logsIn = request.getPath().equals(LOGIN) && request.getMethod() == HttpMethod.POST;
        if (free || logsIn) {
            return null;
        }
        Optional<String> shown = link(request);
        if (shown.isPresent()) {
            Admission admission = gate.present(peer, shown.get());
            return admission instanceof Admission.In ? login.entered() : refused(request, admission);
        }
        Admission admission = gate.admit(peer, bearer(request), session(request));
        return admission instanceof Admission.In ? null : refused(request, admission);
    }

    /** The token in the link that the server's start prints; the answer to it takes the token out of the address. */
    private static Optional<String> link(HttpRequest<?> request) {
        boolean entrance =
                request.getMethod() == HttpMethod.GET && request.getPath().equals("/");
        return entrance ? request.getParameters().getFirst("token") : Optional.empty();
    }

    private static String bearer(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization", String.class, "");
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    private String session(HttpRequest<?> request) {
        return gate.token()
                .map(AccessToken::cookieName)
                .flatMap(request.getCookies()::findCookie)
                .map(Cookie::getValue)
                .orElse("");
    }

    private HttpResponse<?> refused(HttpRequest<?> request, Admission admission) {
        if (admission instanceof Admission.TooOften soon) {
            return Problems.answer(
                            request,
                            HttpStatus.TOO_MANY_REQUESTS,
                            "asked too often: ask again in " + soon.seconds() + " s",
                            Problems.newTrace())
                    .header("Retry-After", Long.toString(soon.seconds()));
        }
        boolean person = request.getMethod() == HttpMethod.GET
                && request.getHeaders().get("Accept", String.class, "").contains(MediaType.TEXT_HTML);
        return person
                ? login.asking("")
                : Problems.answer(
                                request,
                                HttpStatus.UNAUTHORIZED,
                                "this server listens beyond its own machine and asks for its token: send"
                                        + " \"Authorization: Bearer <token>\"; its start showed the token, or it was"
                                        + " given with TRACEMEND_TOKEN, TRACEMEND_TOKEN_FILE or --token-file",
                                Problems.newTrace())
                        .header("WWW-Authenticate", "Bearer realm=\"tracemend\"");
    }
}
