package dev.tracemend.status.http;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.Incident;
import dev.tracemend.status.board.IncidentRow;
import dev.tracemend.status.board.TopicSummary;
import dev.tracemend.status.probe.EngineProbe;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /containers}: for each topic its newest answer, and how the containers are. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ContainersController {
    private final Board board;
    private final EngineProbe engine;
    private final Map<String, Answered> answered = new ConcurrentHashMap<>();

    /** A report, and what it was made of: the store is read again when that has changed. */
    private record Answered(TopicSummary from, ContainerReport report) {}

    ContainersController(Board board, EngineProbe engine) {
        this.board = board;
        this.engine = engine;
    }

    @Get("/containers")
    HttpResponse<byte[]> containers() {
        Map<String, ContainerReport> containers = new TreeMap<>();
        for (TopicSummary topic : board.index().topics()) {
            containers.put(topic.topic(), report(topic));
        }
        answered.keySet().retainAll(containers.keySet());
        return JsonReply.ok(new ContainersReport(List.copyOf(containers.keySet()), containers, engine.last()));
    }

    private ContainerReport report(TopicSummary topic) {
        Answered known = answered.get(topic.topic());
        if (known == null || !known.from().equals(topic)) {
            known = new Answered(topic, read(topic));
            answered.put(topic.topic(), known);
        }
        return known.report();
    }

    private ContainerReport read(TopicSummary topic) {
        IncidentRow latest = topic.latest();
        return board.incident(latest.topic(), latest.fingerprint())
                .flatMap(Incident::result)
                .map((FixResult r) -> new ContainerReport(
                        r.summary(),
                        r.keyPoints(),
                        r.plan(),
                        r.ts(),
                        topic.count(),
                        topic.incidents(),
                        latest.fingerprint()))
                .orElseGet(() -> new ContainerReport(
                        latest.title(),
                        "",
                        "",
                        latest.lastSeen(),
                        topic.count(),
                        topic.incidents(),
                        latest.fingerprint()));
    }
}
