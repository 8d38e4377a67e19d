package dev.tracemend.status.http;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.Incident;
import dev.tracemend.status.board.IncidentRow;
import dev.tracemend.status.probe.EngineProbe;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /containers}: for each topic its newest answer, and how the containers are. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ContainersController {
    private final Board board;
    private final EngineProbe engine;

    ContainersController(Board board, EngineProbe engine) {
        this.board = board;
        this.engine = engine;
    }

    @Get("/containers")
    HttpResponse<byte[]> containers() {
        Map<String, List<IncidentRow>> byTopic = new TreeMap<>();
        for (IncidentRow row : board.index().newestFirst()) {
            byTopic.computeIfAbsent(row.topic(), t -> new ArrayList<>()).add(row);
        }
        Map<String, ContainerReport> containers = new TreeMap<>();
        byTopic.forEach((topic, rows) -> containers.put(topic, report(rows)));
        return JsonReply.ok(new ContainersReport(List.copyOf(containers.keySet()), containers, engine.last()));
    }

    private ContainerReport report(List<IncidentRow> rows) {
        IncidentRow newest = rows.stream()
                .max(Comparator.comparingDouble(IncidentRow::resultAt).thenComparingDouble(IncidentRow::lastSeen))
                .orElseThrow();
        long count = rows.stream().mapToLong(IncidentRow::count).sum();
        return board.incident(newest.topic(), newest.fingerprint())
                .flatMap(Incident::result)
                .map((FixResult r) -> new ContainerReport(
                        r.summary(), r.keyPoints(), r.plan(), r.ts(), count, rows.size(), newest.fingerprint()))
                .orElseGet(() -> new ContainerReport(
                        newest.title(), "", "", newest.lastSeen(), count, rows.size(), newest.fingerprint()));
    }
}
