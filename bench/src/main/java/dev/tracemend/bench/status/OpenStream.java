package dev.tracemend.bench.status;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** One open {@code /api/events}: counts the incidents that the benchmark itself caused, and how late each came. */
final class OpenStream implements HttpReply.Body {
    private static final String CAUSED = "\"fingerprint\":\"" + BoardLoad.LIVE;
    private static final String SEEN = "\"lastSeen\":";

    private final LatencyTally latencies;
    private final BitSet told = new BitSet();
    private final byte[] line = new byte[4_096];
    private int length;
    private boolean incident;
    private boolean begun;
    private int repeated;

    OpenStream(LatencyTally latencies) {
        this.latencies = latencies;
    }

    /** Whether the snapshot has come. */
    boolean begun() {
        return begun;
    }

    int told() {
        return told.cardinality();
    }

    int repeated() {
        return repeated;
    }

    @Override
    public void part(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                line();
                length = 0;
            } else if (length < line.length) {
                line[length++] = bytes[i];
            }
        }
    }

    private void line() {
        if (length == 0) {
            return;
        }
        if (line[0] == 'e') {
            String event = new String(line, 0, length, StandardCharsets.UTF_8);
            incident = event.equals("event: incident");
            begun |= event.equals("event: snapshot");
        } else if (incident && line[0] == 'd') {
            incident(new String(line, 0, length, StandardCharsets.UTF_8));
        }
    }

    private void incident(String data) {
        int caused = data.indexOf(CAUSED);
        if (caused < 0) {
            return;
        }
        int number = Integer.parseInt(data, caused + CAUSED.length(), data.indexOf('"', caused + CAUSED.length()), 10);
        if (told.get(number)) {
            repeated++;
        }
        told.set(number);
        int seen = data.indexOf(SEEN) + SEEN.length();
        double seconds = Double.parseDouble(data.substring(seen, data.indexOf(',', seen)));
        latencies.add((long) ((System.currentTimeMillis() - seconds * 1_000) * 1e6));
    }

    @Override
    public void end(int status) {
        throw new IllegalStateException("a stream of events ended with status " + status);
    }
}
