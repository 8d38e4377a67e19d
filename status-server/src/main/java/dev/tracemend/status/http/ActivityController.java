package dev.tracemend.status.http;

import dev.tracemend.contracts.Topics;
import dev.tracemend.status.board.Board;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Map;

/** {@code /api/activity}: errors, fixes and what they cost over the last hour, day, week or month. */
@Controller("/api/activity")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActivityController {
    private static final Map<String, Range> RANGES = Map.of(
            "1h", new Range(60, 60),
            "24h", new Range(1_800, 48),
            "7d", new Range(10_800, 56),
            "30d", new Range(43_200, 60));

    private final Board board;

    ActivityController(Board board) {
        this.board = board;
    }

    @Get
    HttpResponse<byte[]> activity(
            @QueryValue(defaultValue = "1h") String range, @QueryValue(defaultValue = "") String topic) {
        Range asked = RANGES.get(range);
        if (asked == null) {
            throw new BadQuestionException("range is 1h, 24h, 7d or 30d");
        }
        if (!topic.isEmpty() && !Topics.isShortName(topic)) {
            throw new BadQuestionException("topic is 1 to 64 of the characters a-z, 0-9 and '-'");
        }
        // The step that has begun is the last one.
        long last = Instant.now().getEpochSecond() / asked.width() * asked.width();
        double from = last - (double) (asked.steps() - 1) * asked.width();
        return JsonReply.ok(
                new ActivityReport(range, asked.width(), board.activity(topic, from, asked.width(), asked.steps())));
    }

    /** How a range is cut: seconds a step, and how many. */
    private record Range(int width, int steps) {}
}
