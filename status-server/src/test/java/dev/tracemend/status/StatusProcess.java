package dev.tracemend.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A status server in a process of its own, for tests that kill it: broker, data folder, file for its address. */
final class StatusProcess {
    private StatusProcess() {}

    public static void main(String[] args) throws Exception {
        StatusServer server = StatusServer.start(StatusConfig.of(args[0], "127.0.0.1", 0, Path.of(args[1]), ""));
        Path address = Path.of(args[2]);
        Path draft = address.resolveSibling("draft");
        Files.writeString(draft, server.url());
        Files.move(draft, address);
        new CountDownLatch(1).await();
    }
}
