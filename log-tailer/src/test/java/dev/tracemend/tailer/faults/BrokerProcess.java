package dev.tracemend.tailer.faults;

import dev.tracemend.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** A broker in a JVM of its own, on a fixed port and folder, to be killed, held, stopped and started again. */
final class BrokerProcess implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final int port;
    private ChildJvm process;

    private BrokerProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** Arguments: folder, port. Runs until its input ends or it is asked to stop. */
    public static void main(String[] args) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }

    /** Starts one and returns when it serves. */
    static BrokerProcess start(Path folder) throws IOException, InterruptedException {
        BrokerProcess broker = new BrokerProcess(
                Files.createDirectories(folder), FreePort.any().number());
        broker.awaitReady();
        return broker;
    }

    private ChildJvm launch() throws IOException {
        return ChildJvm.start(
                ChildJvm.Launch.of("-Xmx384m", "-XX:TieredStopAtLevel=1"),
                folder.resolve("broker.txt"),
                BrokerProcess.class,
                List.of(folder.resolve("data").toString(), Integer.toString(port)));
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap(), "request.timeout.ms", "2000"))) {
            while (true) {
                try {
                    admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
                    return;
                } catch (ExecutionException | TimeoutException e) {
                    if (System.nanoTime() > end || !process.isAlive()) {
                        throw new AssertionError("no broker at " + bootstrap() + ": " + folder, e);
                    }
                }
            }
        }
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    void terminate() throws InterruptedException {
        process.terminate(Duration.ofSeconds(60));
    }

    /** Holds it as it is: its connections stay, nothing answers. */
    void hold() throws IOException, InterruptedException {
        process.signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        process.signal("CONT");
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    /** Lets so many bytes a second in from each client; 0 for as many as come. */
    void quota(double bytesPerSecond) throws InterruptedException, ExecutionException {
        Double limit = bytesPerSecond > 0 ? Double.valueOf(bytesPerSecond) : null;
        ClientQuotaEntity everyone = new ClientQuotaEntity(java.util.Collections.singletonMap("client-id", null));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                            everyone, List.of(new ClientQuotaAlteration.Op("producer_byte_rate", limit)))))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
