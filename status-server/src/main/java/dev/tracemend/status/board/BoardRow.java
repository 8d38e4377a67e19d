package dev.tracemend.status.board;

import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Wire;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the board keeps in memory of an incident, and nothing more.
 *
 * @param shown what listings show
 * @param changedAt when something was folded last, seconds since the epoch
 * @param marks the records that were folded into it, the last of each source
 */
record BoardRow(IncidentRow shown, double changedAt, Marks marks) implements RowPlace {
    private static final Logger LOG = LoggerFactory.getLogger(BoardRow.class);

    @Override
    public double lastSeen() {
        return shown.lastSeen();
    }

    @Override
    public String topic() {
        return shown.topic();
    }

    @Override
    public String fingerprint() {
        return shown.fingerprint();
    }

    String key() {
        return IncidentForm.key(topic(), fingerprint());
    }

    BoardRow at(long sequence) {
        return new BoardRow(shown.at(sequence), changedAt, marks);
    }

    /** Nothing for what another version wrote: the topics can tell it again. */
    static Optional<BoardRow> read(byte[] stored) {
        try {
            return Optional.of(Wire.read(stored, BoardRow.class));
        } catch (MalformedRecordException e) {
            LOG.warn("A stored row cannot be read and is dropped: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
