package dev.tracemend.status.board;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an {@link Incident} lies in the store: its key, and its JSON. */
final class IncidentForm {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentForm.class);
    private static final ObjectReader READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Incident.class);

    private IncidentForm() {}

    /** A short name holds no {@code |}, so this parses one way. */
    static String key(String topic, String fingerprint) {
        return topic + "|" + fingerprint;
    }

    static byte[] write(Incident incident) {
        return Wire.write(incident);
    }

    /** Nothing for absent or unreadable bytes: the latter count as never seen, since the topics can tell it again. */
    static Optional<Incident> read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(READER.readValue(bytes));
        } catch (IOException | RuntimeException e) {
            LOG.warn("A stored incident cannot be read and is dropped: {}", e.toString());
            return Optional.empty();
        }
    }
}
