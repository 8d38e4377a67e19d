package dev.tracemend.status.http;

import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardHealth;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.Pipeline;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /health}: does it work at all (503 when the broker is out of reach or the board broke). {@code
 * /health/liveness}: does this process answer. {@code /health/readiness}: is what it shows complete.
 */
@Controller("/health")
final class HealthController {
    private final WebSettings settings;
    private final Board board;
    private final BrokerProbe probe;

    HealthController(WebSettings settings, Board board, BrokerProbe probe) {
        this.settings = settings;
        this.board = board;
        this.probe = probe;
    }

    @Get
    HttpResponse<byte[]> health() {
        HealthPart broker = broker();
        HealthPart incidents = board();
        boolean ok = broker.ok() && incidents.ok();
        String status = !ok ? "down" : incidents.state().equals("running") ? "ok" : "restoring";
        return answer(ok, status, broker, incidents);
    }

    @Get("/liveness")
    HttpResponse<byte[]> liveness() {
        double up = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        HealthPart process = new HealthPart(true, "up", up, "answers", "");
        return JsonReply.ok(HealthReport.of(true, "ok", Map.of("process", process)));
    }

    @Get("/readiness")
    HttpResponse<byte[]> readiness() {
        HealthPart broker = broker();
        HealthPart incidents = board();
        boolean ok = broker.ok() && probe.last().asked() && incidents.state().equals("running");
        return answer(ok, ok ? "ok" : "not ready", broker, incidents);
    }

    private static HttpResponse<byte[]> answer(boolean ok, String status, HealthPart broker, HealthPart incidents) {
        Map<String, HealthPart> parts = new LinkedHashMap<>();
        parts.put("broker", broker);
        parts.put("board", incidents);
        return JsonReply.of(ok ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, HealthReport.of(ok, status, parts));
    }

    private HealthPart broker() {
        Pipeline seen = probe.last();
        if (!seen.asked()) {
            return new HealthPart(true, "asking", 0, settings.bootstrap(), "wait a few seconds");
        }
        double age = Math.max(0, Instant.now().toEpochMilli() / 1000.0 - seen.at());
        return seen.reachable()
                ? new HealthPart(true, "reachable", age, settings.bootstrap(), "")
                : new HealthPart(
                        false,
                        "unreachable",
                        age,
                        seen.detail(),
                        "start the broker (tracemend up), or name another one with --bootstrap");
    }

    private HealthPart board() {
        BoardHealth now = board.health();
        double age = Math.max(0, Duration.between(now.since(), Instant.now()).toMillis() / 1000.0);
        String malformed = board.index().malformedRecords() + " malformed records";
        return switch (now.state()) {
            case RUNNING -> new HealthPart(true, "running", age, malformed, "");
            case RESTORING -> new HealthPart(true, "restoring", age, now.detail(), "wait a few seconds");
            case FAILED ->
                new HealthPart(false, "failed", age, now.detail(), "it starts again by itself; the log tells more");
            case CLOSED -> new HealthPart(false, "closed", age, now.detail(), "");
        };
    }
}
