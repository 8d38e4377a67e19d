package dev.tracemend.status.board;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/** Where a row stands in a listing: last seen first, then by name, so that the order is total and a cursor exact. */
public sealed interface RowPlace permits RowPlace.Cursor, BoardRow {
    /** The order of listings. */
    Comparator<RowPlace> NEWEST_FIRST = Comparator.comparingDouble(RowPlace::lastSeen)
            .reversed()
            .thenComparing(RowPlace::topic)
            .thenComparing(RowPlace::fingerprint);

    /** Seconds since the epoch. */
    double lastSeen();

    /** The short name. */
    String topic();

    /** Unique within the topic. */
    String fingerprint();

    /** A place that a client gave back; the row that stood there may be gone. */
    record Cursor(double lastSeen, String topic, String fingerprint) implements RowPlace {

        /** Before every row. */
        public static final Cursor START = new Cursor(Double.POSITIVE_INFINITY, "", "");

        /** The place of a row. */
        public static Cursor of(IncidentRow row) {
            return new Cursor(row.lastSeen(), row.topic(), row.fingerprint());
        }

        /** Letters, digits, '-' and '_'. */
        public String text() {
            String plain = HexFormat.of().toHexDigits(Double.doubleToLongBits(lastSeen)) + topic + "|" + fingerprint;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        /** What {@link #text} wrote; nothing for any other text. */
        public static Optional<Cursor> parse(String text) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int bar = plain.indexOf('|');
                if (bar < 17) {
                    return Optional.empty();
                }
                double lastSeen = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(plain, 0, 16));
                Cursor read = new Cursor(lastSeen, plain.substring(16, bar), plain.substring(bar + 1));
                // One text for one place: what was made up or cut is not ours.
                return read.text().equals(text) && !Double.isNaN(lastSeen) ? Optional.of(read) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
