package dev.tracemend.status.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Counts and times every request, also those that are turned away, by the template of its route: what a stranger can choose
 * is no label. A body that goes on (events) counts as an open stream until its reader is gone.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestMeter {
    private static final String BEGUN = "dev.tracemend.begun";
    private static final String NO_ROUTE = "none";

    private final Counter requests;
    private final Histogram seconds;
    private final GaugeDataPoint streams;

    RequestMeter(PrometheusRegistry registry) {
        requests = Counter.builder()
                .name("tracemend_http_requests_total")
                .help("Requests answered.")
                .labelNames("route", "method", "status")
                .register(registry);
        seconds = Histogram.builder()
                .name("tracemend_http_request_seconds")
                .help("Time until the answer began.")
                .labelNames("route")
                .classicOnly()
                .classicUpperBounds(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)
                .register(registry);
        streams = Gauge.builder()
                .name("tracemend_event_streams")
                .help("Open streams of events.")
                .register(registry);
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(BEGUN, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String route = BasicHttpAttributes.getUriTemplate(request).orElse(NO_ROUTE);
        requests.labelValues(route, request.getMethod().name(), Integer.toString(response.code()))
                .inc();
        request.getAttribute(BEGUN, Long.class)
                .ifPresent(begun -> seconds.labelValues(route).observe((System.nanoTime() - begun) / 1e9));
        if (response.body() instanceof Publisher<?> events) {
            response.body(
                    Flux.from(events).doOnSubscribe(reader -> streams.inc()).doFinally(gone -> streams.dec()));
        }
    }
}
