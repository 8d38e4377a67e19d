package dev.tracemend.status.http;

import dev.tracemend.contracts.Wire;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /openapi.yaml}: these routes; {@code /asyncapi.yaml}: the topics behind them. */
@Controller
final class DocumentController {
    private static final String YAML = "application/yaml";

    private final byte[] openApi = read(DocumentController.class, "/openapi.yaml");
    private final byte[] asyncApi = read(Wire.class, "/asyncapi.yaml");

    @Get(value = "/openapi.yaml", produces = YAML)
    HttpResponse<byte[]> openApi() {
        return answer(openApi);
    }

    @Get(value = "/asyncapi.yaml", produces = YAML)
    HttpResponse<byte[]> asyncApi() {
        return answer(asyncApi);
    }

    private static HttpResponse<byte[]> answer(byte[] document) {
        return HttpResponse.ok(document).contentType(MediaType.of(YAML));
    }

    private static byte[] read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing: a jar of the status server is incomplete");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
