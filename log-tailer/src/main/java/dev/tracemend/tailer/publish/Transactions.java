package dev.tracemend.tailer.publish;

import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Puts what is sent between two commits into one transaction. A broker that does not answer is waited for as long as
 * patience lasts; any other failure is the caller's, and ends the producer. One thread only.
 */
final class Transactions {
    private final KafkaProducer<byte[], byte[]> producer;
    private final BooleanSupplier patience;
    private boolean known;
    private boolean open;

    Transactions(KafkaProducer<byte[], byte[]> producer, BooleanSupplier patience) {
        this.producer = producer;
        this.patience = patience;
    }

    /** Before a record is sent; false when patience has ended. */
    boolean begin() {
        // The first ends what an earlier producer of ours left open: it is aborted.
        known = known || tried(producer::initTransactions);
        if (known && !open) {
            producer.beginTransaction();
            open = true;
        }
        return open;
    }

    /** Whether all that was sent is now visible to those who read committed records alone. */
    boolean commit() {
        if (open) {
            open = !tried(producer::commitTransaction);
        }
        return !open;
    }

    private boolean tried(Runnable call) {
        while (true) {
            try {
                call.run();
                return true;
            } catch (TimeoutException e) {
                if (!patience.getAsBoolean()) {
                    return false;
                }
            }
        }
    }
}
