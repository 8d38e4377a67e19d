package dev.tracemend.status.http;

import dev.tracemend.contracts.Wire;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** A record as the body of an answer, in the one JSON of {@link Wire}. */
final class JsonReply {
    private JsonReply() {}

    static MutableHttpResponse<byte[]> ok(Record body) {
        return of(HttpStatus.OK, body);
    }

    static MutableHttpResponse<byte[]> of(HttpStatus status, Record body) {
        return HttpResponse.<byte[]>status(status).body(Wire.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
