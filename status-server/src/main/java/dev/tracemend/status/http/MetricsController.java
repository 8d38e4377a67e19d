package dev.tracemend.status.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** {@code /metrics}: what the server counts, in Prometheus' text format, version 0.0.4. */
@Controller
final class MetricsController {
    private final PrometheusRegistry registry;
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    MetricsController(PrometheusRegistry registry, BoardFigures board) {
        this.registry = registry;
        registry.register(board);
    }

    @Get(value = "/metrics", produces = MediaType.TEXT_PLAIN)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> metrics() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, registry.scrape());
        return HttpResponse.ok(text.toByteArray()).contentType(MediaType.of(PrometheusTextFormatWriter.CONTENT_TYPE));
    }

    /** One registry for each server: two in one process do not add up. */
    @Factory
    static final class Registry {
        @Singleton
        PrometheusRegistry registry() {
            PrometheusRegistry made = new PrometheusRegistry();
            JvmMetrics.builder().register(made);
            return made;
        }
    }
}
