package dev.tracemend.worker.deliver.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param body as UTF-8, cut at 4 MiB
 * @param tries requests it took
 */
public record HttpAnswer(int status, HttpHeaders headers, String body, int tries) {
    /** What GitHub asks for where it names no time. */
    private static final Duration FORGE_RATE_WAIT = Duration.ofMinutes(1);

    /** Whether the request was taken. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** Whether the server wants fewer requests: by status, or (a forge's habit) by a 403 that says so. */
    public boolean isRateLimited() {
        boolean told = header("retry-after").isPresent()
                || header("x-ratelimit-remaining").filter("0"::equals).isPresent()
                || body.toLowerCase(Locale.ROOT).contains("rate limit");
        return status == 429 || status == 403 && told;
    }

    /** Whether the same request may be taken later: the server is busy or out of order. */
    public boolean isPassing() {
        return isRateLimited() || status == 408 || status == 425 || status >= 500 && status != 501;
    }

    /** How long the server wants to be left alone, where it says so. */
    public Optional<Duration> retryAfter(Clock clock) {
        Optional<Duration> asked = seconds("retry-after").map(Duration::ofSeconds);
        if (asked.isPresent() || !isRateLimited()) {
            return asked;
        }
        long now = clock.instant().getEpochSecond();
        Optional<Long> reset = seconds("x-ratelimit-reset").or(() -> seconds("ratelimit-reset"));
        Optional<Duration> left = reset.map(at -> Duration.ofSeconds(Math.max(1, at - now)));
        return left.isEmpty() && status == 403 ? Optional.of(FORGE_RATE_WAIT) : left;
    }

    private Optional<Long> seconds(String name) {
        return header(name).filter(text -> text.matches("\\d{1,12}")).map(Long::parseLong);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
