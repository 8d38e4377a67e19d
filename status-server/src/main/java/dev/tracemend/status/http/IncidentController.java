package dev.tracemend.status.http;

import dev.tracemend.contracts.Topics;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.Incident;
import dev.tracemend.status.probe.BrokerProbe;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** {@code /api/incidents}: the listing in parts, and one incident with everything that is known of it. */
@Controller("/api/incidents")
final class IncidentController {
    private static final int MOST = 500;

    private final Board board;
    private final BrokerProbe probe;
    private final Listing listing;

    IncidentController(Board board, BrokerProbe probe, Listing listing) {
        this.board = board;
        this.probe = probe;
        this.listing = listing;
    }

    @Get
    HttpResponse<byte[]> list(
            @QueryValue(defaultValue = "") String topic,
            @QueryValue(defaultValue = "100") String limit,
            @QueryValue(defaultValue = "") String cursor) {
        if (!topic.isEmpty() && !Topics.isShortName(topic)) {
            throw new BadQuestionException("topic is 1 to 64 of the characters a-z, 0-9 and '-'");
        }
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            throw new BadQuestionException("limit is a number from 1 to " + MOST);
        }
        return JsonReply.ok(listing.page(topic, Integer.parseInt(limit), cursor));
    }

    @Get("/{topic}/{fingerprint}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> one(HttpRequest<?> request, String topic, String fingerprint) {
        return board.incident(topic, fingerprint)
                .<HttpResponse<byte[]>>map(found -> JsonReply.ok(present(found)))
                .orElseGet(() -> Problems.answer(
                        request,
                        HttpStatus.NOT_FOUND,
                        "no incident of that topic and fingerprint is on the board; /api/incidents lists them",
                        Problems.newTrace()));
    }

    private Incident present(Incident found) {
        return found.in(listing.state(found.state(), found.topic(), probe.last()));
    }
}
