package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportLinesTest {
    private static final String NEXT = "2026-11-21 10:00:09.000 INFO  [main] shop.Cart - next";

    @Test
    void asyncioTellsItsContextAboveTheTrace() {
        assertOneEvent("""
                ERROR:asyncio:Task exception was never retrieved
                future: <Task finished name='Task-3' coro=<fetch() done> exception=UpstreamGone('gone')>
                Traceback (most recent call last):
                  File "/srv/app/loop.py", line 17, in fetch
                    raise UpstreamGone("gone")
                UpstreamGone: gone
                """);
    }

    @Test
    void elixirTellsTheLastMessageAndTheStateBelowTheFrames() {
        assertOneEvent("""
                10:00:00.123 [error] GenServer {Depot.Registry, 7} terminating
                ** (KeyError) key :price not found in: %{sku: 7}
                    (depot 1.2.0) lib/depot/price.ex:21: Depot.Price.of/1
                Last message (from #PID<0.7.0>): {:price, 7}
                State: %{open: true}
                """);
    }

    @Test
    void springTellsInParagraphsWhyItDidNotStart() {
        assertOneEvent("""
                2026-11-21T10:00:00.123Z ERROR 1 --- [shop] [main] o.s.b.d.LoggingFailureAnalysisReporter   :

                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                Web server failed to start. Port 8080 was already in use.

                Action:

                Identify and stop the process that's listening on port 8080.
                """);
    }

    @Test
    void theJvmTellsWhereItDumpsTheHeap() {
        assertOneEvent("""
                [12.345s][error  ][gc] java.lang.OutOfMemoryError: Java heap space
                Dumping heap to /srv/dump/java_pid7.hprof ...
                Terminating due to java.lang.OutOfMemoryError: Java heap space
                """);
    }

    @Test
    void linesThatOnlyLookLikeAReportAreNoPartOfAnother() {
        assertThat(events("INFO shop started\nState: open\nfuture: <none>\n** (done)\nDumping heap to /tmp/x\n"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aPanicThatWasServedOwnsTheDumpBelowItThoughOthersCameBefore() {
        String panic = "2026/11/21 10:00:00 serve.go:19: http: panic serving 10.0.0.7:4000: nil map\n"
                + "goroutine 1 [running]:\nmain.add(...)\n\t/srv/app/serve.go:14\n";
        assertThat(events(panic + panic + panic)).hasSize(3).allMatch(event -> event.contains("main.add"));
    }

    private static void assertOneEvent(String report) {
        assertThat(events(report + NEXT)).hasSize(2).first().asString().isEqualTo(report.stripTrailing());
        EventJoiner joiner = new EventJoiner();
        List<String> joined = new ArrayList<>();
        report.lines().forEach(line -> joiner.add(line).ifPresent(joined::add));
        joiner.flush().ifPresent(joined::add);
        assertThat(joined).as("the tailer's rule").containsExactly(report.stripTrailing());
    }

    private static List<String> events(String text) {
        List<String> events = new ArrayList<>();
        EventGrouping grouping =
                new EventGrouping(event -> events.add(event.text().stripTrailing()));
        long number = 0;
        for (String line : text.lines().toList()) {
            grouping.add(new SourceLine(line), ++number, number, 0);
        }
        grouping.finish();
        return events;
    }
}
