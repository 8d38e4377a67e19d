package dev.tracemend.tailer.metrics;

import java.util.Locale;

/** The figures in Prometheus' text format, version 0.0.4. */
final class PrometheusText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PREFIX = "tracemend_tailer_";

    private final StringBuilder text = new StringBuilder();

    private PrometheusText() {}

    static String of(TailerFigures f) {
        PrometheusText all = new PrometheusText();
        all.counters(f);
        all.gauges(f);
        return all.text.toString();
    }

    private void counters(TailerFigures f) {
        counter("lines_total", "Lines read from the sources.", f.lines());
        counter("bytes_total", "Bytes of the lines read.", f.bytes());
        counter("records_acknowledged_total", "Records the broker has acknowledged, ticks included.", f.records());
        counter("record_bytes_acknowledged_total", "Bytes of the values of those records.", f.recordBytes());
        counter(
                "acknowledged_bytes_total",
                "Bytes of the sources before an acknowledged position.",
                f.acknowledgedBytes());
        head("redactions_total", "counter", "Secrets masked, by kind.");
        f.redactions().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> line("redactions_total{kind=\"" + escaped(entry.getKey()) + "\"}", entry.getValue()));
        counter("cut_lines_total", "Lines cut at the limit.", f.cut());
        counter("flagged_lines_total", "Lines with bytes that are no text in their encoding.", f.flagged());
        counter("invalid_bytes_total", "Bytes that are no text in their file's encoding.", f.invalidBytes());
        counter("rotations_total", "Files that were replaced by another under their name.", f.rotations());
        counter("truncations_total", "Files whose content proved new.", f.truncations());
        counter("retries_total", "Producers thrown away, their unacknowledged lines read again.", f.retries());
        counter("checkpoint_failures_total", "Saves of the positions that failed.", f.checkpointFailures());
        counter("lost_bytes_total", "Bytes of files that were deleted before they were delivered.", f.lostBytes());
    }

    private void gauges(TailerFigures f) {
        gauge("files_open", "Files held open.", f.filesOpen());
        gauge("files_followed", "Files held open that a glob names.", f.filesOpen() - f.filesRotatedAway());
        gauge("lag_bytes", "Bytes in the files that the broker has not acknowledged.", f.lagBytes());
        gauge("lag_seconds", "How long the oldest unacknowledged byte has been there.", f.lagSeconds());
        gauge("in_flight_records", "Records on their way to the broker.", f.inFlight());
        gauge("seconds_since_acknowledged", "Time since the broker took something.", f.secondsSinceAcknowledged());
        gauge(
                "broker_silent_seconds",
                "Time since the broker takes nothing; 0 while it does.",
                f.brokerSilentSeconds());
        gauge(
                "checkpoint_writable",
                "1 while the positions can be saved, else 0.",
                f.checkpointProblem().isEmpty() ? 1 : 0);
        gauge("uptime_seconds", "Time since the tailer's start.", f.seconds());
    }

    private void counter(String name, String help, long value) {
        head(name, "counter", help);
        line(name, value);
    }

    private void gauge(String name, String help, double value) {
        head(name, "gauge", help);
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        text.append(PREFIX).append(name).append(' ');
        text.append(whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.3f", value))
                .append('\n');
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
    }

    private void line(String name, long value) {
        text.append(PREFIX).append(name).append(' ').append(value).append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
