package dev.tracemend.bench.status;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * What one run showed; times in milliseconds, memory in megabytes, processor time in per cent of one core.
 *
 * @param fillSeconds from the first record written to the last incident listed
 * @param events from the moment an incident was written to the broker until a stream had it
 * @param failed answers that were not 200
 * @param lost incidents that a stream was not told, over all streams
 * @param repeated incidents that a stream was told more than once, over all streams
 * @param heapEmpty live heap of the server with an empty board
 * @param heapFilled the same with all incidents
 * @param heapServing the same with all streams open, too
 * @param resident of the server at the end of the measurement
 * @param residentPeak the most it ever was
 * @param load of the machine, one minute
 */
record StatusFigures(
        int streams,
        int rate,
        int incidents,
        int seconds,
        double changesPerSecond,
        double fillSeconds,
        LatencyTally.Figures containers,
        LatencyTally.Figures listing,
        LatencyTally.Figures events,
        int failed,
        long lost,
        long repeated,
        double serverCpu,
        double clientCpu,
        double heapEmpty,
        double heapFilled,
        double heapServing,
        long resident,
        long residentPeak,
        double load) {

    /** Whether everything was answered, and told once. */
    boolean complete() {
        return failed == 0 && lost == 0 && repeated == 0 && containers.count() > 0 && listing.count() > 0;
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d streams, %d requests/s, %,d incidents, %.1f changes/s, %d s; load %.1f%n",
                streams,
                rate,
                incidents,
                changesPerSecond,
                seconds,
                load);
        out.println("ms                count       p50       p99     p99.9       max");
        row(out, "/containers", containers);
        row(out, "/api/incidents", listing);
        row(out, "events", events);
        out.printf(Locale.ROOT, "failed %d, lost %d, repeated %d%n", failed, lost, repeated);
        out.printf(Locale.ROOT, "processor: server %.0f %% of a core, load generator %.0f %%%n", serverCpu, clientCpu);
        out.printf(
                Locale.ROOT,
                "heap: %.1f MB empty, %.1f with the incidents (%.0f bytes each), %.1f with the streams%n",
                heapEmpty,
                heapFilled,
                (heapFilled - heapEmpty) * (1 << 20) / Math.max(1, incidents),
                heapServing);
        out.printf(Locale.ROOT, "resident: %d MB, %d at most; filled in %.1f s%n", resident, residentPeak, fillSeconds);
        out.flush();
    }

    private static void row(PrintWriter out, String name, LatencyTally.Figures figures) {
        out.printf(
                Locale.ROOT,
                "%-14s %,8d %9.2f %9.2f %9.2f %9.2f%n",
                name,
                figures.count(),
                figures.p50(),
                figures.p99(),
                figures.p999(),
                figures.max());
    }
}
