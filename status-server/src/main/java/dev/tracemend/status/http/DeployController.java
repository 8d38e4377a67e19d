package dev.tracemend.status.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;

/** {@code /deploy}: version, commit and image of what runs, and since when. */
@Controller
final class DeployController {
    private final WebSettings settings;
    private final double started = Instant.now().toEpochMilli() / 1000.0;

    DeployController(WebSettings settings) {
        this.settings = settings;
    }

    @Get("/deploy")
    HttpResponse<byte[]> deploy() {
        return JsonReply.ok(new DeployReport(
                "up",
                started,
                settings.composeHash(),
                settings.image(),
                settings.version(),
                settings.commit(),
                settings.bootstrap(),
                settings.modelNote()));
    }
}
