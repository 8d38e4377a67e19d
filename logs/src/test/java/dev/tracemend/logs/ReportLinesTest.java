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
    void asanTellsUpToItsSummary() {
        assertOneEvent("""
                ==77==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x6020 at pc 0x55
                READ of size 8 at 0x6020 thread T0
                    #0 0x1c2 in Index::add(unsigned long) /src/scan/index.cc:88:12

                0x6020 is located 0 bytes to the right of 16-byte region
                SUMMARY: AddressSanitizer: heap-buffer-overflow /src/scan/index.cc:88:12
                ==77==ABORTING
                """);
    }

    @Test
    void gradleTellsWhatWentWrongInParagraphs() {
        assertOneEvent("""
                FAILURE: Build failed with an exception.

                * What went wrong:
                Execution failed for task ':shop:compileClasspath'.
                > Could not find com.shop:money:1.4.

                * Try:
                > Run with --stacktrace option to get the stack trace.
                > Get more help at https://help.gradle.org.

                BUILD FAILED in 3s
                """);
    }

    @Test
    void terraformDrawsAFrame() {
        assertOneEvent("""
                ╷
                │ Error: Reference to undeclared resource
                │\s
                │   on main.tf line 7, in resource "aws_route53_record" "www":
                ╵
                """);
    }

    @Test
    void theKernelTellsWhomItKilledBehindItsClock() {
        assertOneEvent("""
                [36037.389486] java invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0
                [36037.389486] CPU: 1 PID: 23 Comm: java Not tainted 6.1.0-13-amd64 #1
                [36037.389486] Call Trace:
                [36037.389486]  dump_stack_lvl+0x44/0x5c
                [36037.389486] Memory cgroup out of memory: Killed process 23 (java)
                """, """
                [36037.389486] java invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0
                CPU: 1 PID: 23 Comm: java Not tainted 6.1.0-13-amd64 #1
                Call Trace:
                 dump_stack_lvl+0x44/0x5c
                Memory cgroup out of memory: Killed process 23 (java)
                """);
    }

    @Test
    void rabbitRepeatsTheHeadToTheMicrosecond() {
        assertOneEvent("""
                2026-11-21 10:00:00.123417+00:00 [error] <0.684.0> Channel error on connection <0.7.0>, channel 1:
                2026-11-21 10:00:00.123417+00:00 [error] <0.684.0> operation queue.declare caused a channel exception
                """, """
                2026-11-21 10:00:00.123417+00:00 [error] <0.684.0> Channel error on connection <0.7.0>, channel 1:
                operation queue.declare caused a channel exception
                """);
    }

    @Test
    void mavenTellsTheSymbolFurtherIn() {
        assertOneEvent("""
                [ERROR] /srv/shop/Cart.java:[7,17] cannot find symbol
                [ERROR]   symbol:   method totl()
                [ERROR]   location: class com.shop.Cart
                """, """
                [ERROR] /srv/shop/Cart.java:[7,17] cannot find symbol
                  symbol:   method totl()
                  location: class com.shop.Cart
                """);
    }

    @Test
    void postgresTellsTheStatementBelow() {
        assertOneEvent("""
                2026-11-21 10:00:00.123 UTC [71] ERROR:  relation "coupons" does not exist at character 15
                2026-11-21 10:00:00.123 UTC [71] STATEMENT:  SELECT * FROM coupons
                """, """
                2026-11-21 10:00:00.123 UTC [71] ERROR:  relation "coupons" does not exist at character 15
                STATEMENT:  SELECT * FROM coupons
                """);
    }

    @Test
    void powerShellTellsThePlace() {
        assertOneEvent("""
                Get-Item : Cannot find path 'D:\\share' because it does not exist.
                At C:\\jobs\\backup.ps1:12 char:1
                + Get-Item D:\\share
                + ~~~~~~~~~~~~~~~~~
                    + CategoryInfo          : ObjectNotFound: (D:\\share:String) [Get-Item]
                """);
    }

    @Test
    void aTimeAloneOwnsWhatStandsBelow() {
        assertOneEvent("""
                2026-11-21T10:00:00.123812+01:00
                Errors in file /u01/diag/rdbms/shop/trace/shop_ora_7.trc  (incident=7):
                ORA-00600: internal error code, arguments: [kdsgrp1]
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

    /** Lines that each have a head, as the tailer sends them apart. */
    private static void assertOneEvent(String report, String event) {
        assertThat(events(report + NEXT)).hasSize(2).first().asString().isEqualTo(event.stripTrailing());
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
