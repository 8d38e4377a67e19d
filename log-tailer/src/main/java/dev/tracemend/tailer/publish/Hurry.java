package dev.tracemend.tailer.publish;

import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the producer still holds back for a fuller batch. Batches that wait save much where there is much to read;
 * a tailer that has caught up need not wait for more. On a thread of its own, as the producer's way to do it blocks.
 */
final class Hurry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hurry.class);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    Hurry(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
        this.thread = new Thread(this::run, "tailer-hurry");
        thread.setDaemon(true);
        thread.start();
    }

    /** Nothing more is at hand: send what there is. Returns at once. */
    void ask() {
        if (asked.availablePermits() == 0) {
            asked.release();
        }
    }

    private void run() {
        try {
            while (!closed) {
                asked.acquire();
                asked.drainPermits();
                if (!closed) {
                    producer.flush();
                }
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("closed while sending what was left", e);
        } catch (KafkaException | IllegalStateException e) {
            // The records' own callbacks tell; another producer brings another thread.
            LOG.debug("the producer sends no more", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
