package dev.tracemend.status.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites out. A site can make its own name resolve to this machine (DNS rebinding) and then read the page
 * as its own; so only names that cannot belong to such a site are answered: the loopback names, or, where the server
 * listens beyond loopback, addresses, names without a dot, and names that were allowed. What changes something is taken
 * from our own page alone: a form of another site can send it otherwise.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(10)
final class HostGuard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS_OR_LOCAL = Pattern.compile("\\[[0-9a-f:.]+]|[0-9.]+|[a-z0-9_-]+");

    private final WebSettings settings;

    HostGuard(WebSettings settings) {
        this.settings = settings;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (request.getHeaders().getAll("Host").size() > 1) {
            return refused(request, HttpStatus.BAD_REQUEST, "one request has one Host");
        }
        String name = name(request.getHeaders().get("Host"));
        if (!isAllowed(name)) {
            return refused(
                    request,
                    HttpStatus.MISDIRECTED_REQUEST,
                    "the host name \"" + name + "\" is not served here: use http://127.0.0.1:" + settings.port()
                            + ", or allow the name with TRACEMEND_ALLOWED_HOSTS");
        }
        return asks(request) || isOwnPage(request)
                ? null
                : refused(
                        request,
                        HttpStatus.FORBIDDEN,
                        "only our own page, and programs that are no browsers, may send this");
    }

    /** Whether a request only wants to know something. */
    static boolean asks(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }

    private static HttpResponse<?> refused(HttpRequest<?> request, HttpStatus status, String detail) {
        return Problems.answer(request, status, detail, Problems.newTrace());
    }

    /** A browser says which page a request comes from; a page of another site, or of another port, decides nothing. */
    private static boolean isOwnPage(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        String origin = request.getHeaders().get("Origin");
        String host = request.getHeaders().get("Host");
        boolean sameSite = site == null || site.equals("same-origin");
        return sameSite
                && (origin == null
                        || origin.equalsIgnoreCase("http://" + host)
                        || origin.equalsIgnoreCase("https://" + host));
    }

    private boolean isAllowed(String name) {
        return LOOPBACK.contains(name)
                || settings.allowedHosts().contains(name)
                || name.equals(settings.host())
                || (!settings.loopback() && ADDRESS_OR_LOCAL.matcher(name).matches());
    }

    /** The name without its port; HTTP/1.0 clients send none and are no browsers. */
    private static String name(@Nullable String host) {
        if (host == null || host.isBlank()) {
            return "localhost";
        }
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{0,5}$", "");
    }
}
