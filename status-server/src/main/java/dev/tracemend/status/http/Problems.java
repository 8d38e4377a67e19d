package dev.tracemend.status.http;

import dev.tracemend.contracts.Wire;
import dev.tracemend.status.board.BoardNotReadyException;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every error the same form, those of Micronaut included. */
@Singleton
@Primary
final class Problems implements ErrorResponseProcessor<byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final MediaType PROBLEM = MediaType.of("application/problem+json");

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        String trace = newTrace();
        HttpStatus status = response.status();
        if (status.getCode() >= 500) {
            LOG.error(
                    "{} failed, trace {}",
                    context.getRequest().getPath(),
                    trace,
                    context.getRootCause().orElse(null));
            // What broke inside is for the log, not for a stranger.
            return answer(context.getRequest(), status, "this is our fault; the log tells more of " + trace, trace);
        }
        String detail = context.getErrors().stream()
                .map(error -> error.getMessage())
                .findFirst()
                .orElse(status.getReason());
        MutableHttpResponse<byte[]> answer = answer(context.getRequest(), status, detail, trace);
        String allowed = response.getHeaders().get(HttpHeaders.ALLOW);
        return allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed);
    }

    static MutableHttpResponse<byte[]> answer(
            HttpRequest<?> request, HttpStatus status, String detail, String traceId) {
        Problem problem =
                new Problem("about:blank", status.getReason(), status.getCode(), detail, request.getPath(), traceId);
        MutableHttpResponse<byte[]> answer =
                HttpResponse.<byte[]>status(status).body(Wire.write(problem)).contentType(PROBLEM);
        // What is no HTTP never comes to a filter.
        SecurityHeaders.addTo(answer);
        return answer;
    }

    static String newTrace() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** What our own code throws. */
    @Controller
    static final class Thrown {
        @Error(global = true)
        HttpResponse<byte[]> notReady(HttpRequest<?> request, BoardNotReadyException e) {
            return answer(
                    request, HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + "; ask again in a second", newTrace());
        }

        @Error(global = true)
        HttpResponse<byte[]> wrong(HttpRequest<?> request, BadQuestionException e) {
            return answer(request, HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), newTrace());
        }
    }
}
