package dev.tracemend.streams.window;

import dev.tracemend.contracts.Wire;
import java.util.Arrays;
import java.util.List;

/** What a source tells about one cause; the events of one source and cause must stay in their order. */
public sealed interface CauseEvent permits ErrorSeen, SourceQuiet {

    /** The short name of the topic. */
    String topic();

    /** The source that says it. */
    String source();

    /** The cause. */
    String fingerprint();

    /** The source's own event time when it said this, milliseconds since the epoch; only grows while a window is open. */
    long time();

    /**
     * The lines that followed the source's last error of this cause that was told whole, as far as they are known; empty
     * where no more are known than were told before.
     */
    List<String> after();

    /** Buckets of a topic: causes are kept, and forgotten, by the bucket. */
    int BUCKETS = 16;

    /** The key by which events find the bucket of their cause. */
    default String bucket() {
        return topic() + '|' + Math.floorMod(fingerprint().hashCode(), BUCKETS);
    }

    /** One byte for the kind, then JSON. */
    default byte[] bytes() {
        byte[] json = Wire.write((Record) this);
        byte[] tagged = new byte[json.length + 1];
        tagged[0] = (byte) (this instanceof ErrorSeen ? 'E' : 'Q');
        System.arraycopy(json, 0, tagged, 1, json.length);
        return tagged;
    }

    /** Reads what {@link #bytes} wrote. */
    static CauseEvent of(byte[] bytes) {
        byte[] json = Arrays.copyOfRange(bytes, 1, bytes.length);
        return bytes[0] == 'E' ? Wire.read(json, ErrorSeen.class) : Wire.read(json, SourceQuiet.class);
    }
}
