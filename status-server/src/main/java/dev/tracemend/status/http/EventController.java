package dev.tracemend.status.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import reactor.core.publisher.Flux;

/** {@code /api/events}: changes as they happen, and {@code /api/pipeline}: how it flows now. */
@Controller("/api")
final class EventController {
    private final EventFeed feed;

    EventController(EventFeed feed) {
        this.feed = feed;
    }

    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Flux<byte[]> events(@Header(value = "Last-Event-ID", defaultValue = "") String lastEventId) {
        return feed.from(lastEventId);
    }

    @Get("/pipeline")
    HttpResponse<byte[]> pipeline() {
        return JsonReply.ok(feed.report());
    }
}
