package dev.tracemend.status.http;

import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Wire;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.CauseLife;
import dev.tracemend.status.board.DecisionPost;
import dev.tracemend.status.board.Incident;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Optional;

/**
 * What people decide about an incident, and what was decided. A decision is a record on its way to the worker, no change
 * here: it is seen when the worker has taken it.
 */
@Controller("/api/incidents/{topic}/{fingerprint}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DecisionController {
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_NAME = 100;

    private final Board board;
    private final DecisionPost post;

    DecisionController(Board board, DecisionPost post) {
        this.board = board;
        this.post = post;
    }

    @Get("/audit")
    HttpResponse<byte[]> audit(
            String topic,
            String fingerprint,
            @QueryValue(defaultValue = "50") String limit,
            @QueryValue(defaultValue = "") String cursor) {
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            throw new BadQuestionException("limit is a number from 1 to " + MOST);
        }
        if (!cursor.isEmpty() && !cursor.matches("[0-9]{16}\\|[A-Za-z0-9_][A-Za-z0-9._:-]{0,127}")) {
            throw new BadQuestionException("cursor is not one of ours: give back \"next\" of an earlier answer");
        }
        return JsonReply.ok(board.audit(topic, fingerprint, Integer.parseInt(limit), cursor));
    }

    @Post("/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> decide(HttpRequest<?> request, String topic, String fingerprint, @Body byte[] body) {
        if (request.getContentType()
                .filter(MediaType.APPLICATION_JSON_TYPE::equals)
                .isEmpty()) {
            return problem(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "the body is application/json, and says so");
        }
        Optional<Incident> found = board.incident(topic, fingerprint);
        if (found.isEmpty()) {
            return problem(request, HttpStatus.NOT_FOUND, "no incident of that topic and fingerprint is on the board");
        }
        DecisionBody said = read(body);
        Decision decision = said.meant();
        CauseLife life = found.get().life();
        boolean patch = decision == Decision.APPROVE || decision == Decision.REJECT;
        if (patch && (life.proposal().isEmpty() || !life.proposal().equals(said.resultId()))) {
            return problem(
                    request,
                    HttpStatus.CONFLICT,
                    "that change waits for nobody (any more): look at the incident again");
        }
        String standing = found.get().result().map(result -> result.id()).orElse(life.resultId());
        String id = patch ? said.resultId() : standing;
        if (id.isEmpty()) {
            return problem(request, HttpStatus.CONFLICT, "no worker has answered this incident yet");
        }
        double now = Instant.now().toEpochMilli() / 1_000.0;
        Optional<String> lost = post.send(new ApprovalResponse(1, id, decision, said.by(), said.reason(), now));
        return lost.<HttpResponse<byte[]>>map(why -> problem(request, HttpStatus.SERVICE_UNAVAILABLE, why))
                .orElseGet(() -> JsonReply.of(HttpStatus.ACCEPTED, new DecisionTaken(id, decision, now)));
    }

    private static DecisionBody read(byte[] body) {
        DecisionBody said;
        try {
            said = Wire.read(body, DecisionBody.class);
        } catch (MalformedRecordException foreign) {
            throw new BadQuestionException(
                    "the body is JSON with \"decision\": approve, reject, retry or stop; and \"reason\"");
        }
        if (said.meant() == Decision.REJECT && said.reason().isBlank()) {
            throw new BadQuestionException("\"reason\" must say what is wrong: it is remembered with the cause");
        }
        if (said.reason().length() > LONGEST_REASON || said.by().length() > LONGEST_NAME) {
            throw new BadQuestionException(
                    "\"reason\" may have " + LONGEST_REASON + " characters, \"by\" " + LONGEST_NAME);
        }
        return said;
    }

    private static HttpResponse<byte[]> problem(HttpRequest<?> request, HttpStatus status, String detail) {
        return Problems.answer(request, status, detail, Problems.newTrace());
    }
}
