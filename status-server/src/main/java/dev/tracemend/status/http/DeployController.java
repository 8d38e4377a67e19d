package dev.tracemend.status.http;

import dev.tracemend.contracts.DeployEvent;
import dev.tracemend.contracts.DeployStatus;
import dev.tracemend.status.probe.BrokerProbe;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code /deploy}: where the deployment stands, by the latest step that {@code lightweight-*} recorded, else that this
 * server is up; and version, commit and image of what runs.
 */
@Controller
final class DeployController {
    private final WebSettings settings;
    private final BrokerProbe probe;
    private final double started = Instant.now().toEpochMilli() / 1000.0;

    DeployController(WebSettings settings, BrokerProbe probe) {
        this.settings = settings;
        this.probe = probe;
    }

    @Get("/deploy")
    HttpResponse<byte[]> deploy() {
        Optional<DeployEvent> step = probe.deployment();
        return JsonReply.ok(new DeployReport(
                step.map(DeployEvent::status).orElse(DeployStatus.UP).word(),
                step.map(DeployEvent::ts).orElse(started),
                step.map(DeployEvent::composeHash)
                        .filter(hash -> !hash.isEmpty())
                        .orElse(settings.composeHash()),
                step.map(DeployEvent::image).filter(image -> !image.isEmpty()).orElse(settings.image()),
                settings.version(),
                settings.commit(),
                settings.bootstrap(),
                settings.modelNote()));
    }
}
