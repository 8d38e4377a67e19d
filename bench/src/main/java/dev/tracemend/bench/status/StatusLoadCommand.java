package dev.tracemend.bench.status;

import dev.tracemend.bench.measure.MeasuredTime;
import dev.tracemend.bench.measure.ScratchFolder;
import dev.tracemend.bench.ship.BrokerHost;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Open streams and requests at once, against a server in a process of its own. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "The status server under open streams and requests: latency, processor time and memory. Exit 1"
                + " when an answer failed, or a stream missed or repeated an incident.")
public final class StatusLoadCommand implements Callable<Integer> {
    private static final long PATIENCE = 600_000_000_000L;

    @Option(names = "--streams", description = "open streams of events (default: ${DEFAULT-VALUE})")
    private int streams = 2_000;

    @Option(names = "--rate", description = "requests a second, half for each route (default: ${DEFAULT-VALUE})")
    private int rate = 500;

    @Option(names = "--incidents", description = "on the board (default: ${DEFAULT-VALUE})")
    private int incidents = 100_000;

    @Mixin
    private final MeasuredTime time = new MeasuredTime(60, 20);

    @Option(names = "--changes", description = "new incidents a second, meanwhile (default: ${DEFAULT-VALUE})")
    private double changes = 1;

    @Option(
            names = "--server-options",
            split = " ",
            description = "of the server's JVM; default: what a container of one gigabyte gets")
    private List<String> serverOptions = List.of("-Xmx256m", "-XX:+UseSerialGC");

    @Option(names = "--json", description = "prints the figures as one line of JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder folder = ScratchFolder.of("tracemend-status");
                BrokerHost broker = BrokerHost.start(folder.path().resolve("broker"));
                BoardLoad load = new BoardLoad(broker.bootstrap());
                StatusUnderTest server =
                        StatusUnderTest.start(broker.bootstrap(), folder.path().resolve("state"), serverOptions)) {
            await(server, "/health/readiness", "\"ok\":true");
            double empty = server.liveHeap();
            long start = System.nanoTime();
            load.fill(incidents);
            await(server, "/api/incidents?limit=1", "\"total\":" + incidents + ",");
            double fillSeconds = (System.nanoTime() - start) / 1e9;
            StatusFigures figures = measure(server, load, empty, fillSeconds);
            if (json) {
                out().println(new String(Wire.write(figures), StandardCharsets.UTF_8));
            } else {
                figures.print(out());
            }
            return figures.complete() ? 0 : 1;
        }
    }

    private StatusFigures measure(StatusUnderTest server, BoardLoad load, double empty, double fillSeconds)
            throws IOException {
        double filled = server.liveHeap();
        try (LoadLoop loop = new LoadLoop(server.address())) {
            if (!loop.open(streams, PATIENCE)) {
                throw new IllegalStateException(
                        "not every stream began: " + loop.streams().size() + " were opened");
            }
            loop.ask(rate, time.warmUp(), load::more, changes);
            loop.clear();
            long start = System.nanoTime();
            long serverCpu = server.cpuNanos();
            long clientCpu = clientCpu();
            loop.ask(rate, time.seconds(), load::more, changes);
            double wall = (System.nanoTime() - start) / 100.0;
            serverCpu = server.cpuNanos() - serverCpu;
            clientCpu = clientCpu() - clientCpu;
            loop.until(
                    () -> loop.streams().stream().allMatch(stream -> stream.told() == load.live()),
                    System.nanoTime() + 20_000_000_000L);
            return new StatusFigures(
                    streams,
                    rate,
                    incidents,
                    time.seconds(),
                    changes,
                    fillSeconds,
                    loop.answers(AskingLine.Question.CONTAINERS),
                    loop.answers(AskingLine.Question.INCIDENTS),
                    loop.events(),
                    loop.failed(),
                    loop.streams().stream()
                            .mapToLong(one -> load.live() - one.told())
                            .sum(),
                    loop.streams().stream().mapToLong(OpenStream::repeated).sum(),
                    serverCpu / wall,
                    clientCpu / wall,
                    empty,
                    filled,
                    server.liveHeap(),
                    server.memory("VmRSS"),
                    server.memory("VmHWM"),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static long clientCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void await(StatusUnderTest server, String path, String said)
            throws IOException, InterruptedException {
        URI uri = server.address().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        HttpClient client = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE;
        String answer = "";
        while (!answer.contains(said)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(uri + " does not say " + said + " but " + answer);
            }
            LockSupport.parkNanos(100_000_000);
            answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
