package dev.tracemend.worker.chaos;

import dev.tracemend.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker as a process of its own: {@code <folder> <port>}. */
final class ChaosBroker {
    private ChaosBroker() {}

    public static void main(String[] words) throws InterruptedException {
        EmbeddedBroker.start(Path.of(words[0]), Integer.parseInt(words[1]));
        new CountDownLatch(1).await();
    }
}
