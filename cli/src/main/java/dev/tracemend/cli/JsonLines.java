package dev.tracemend.cli;

import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Records printed for programs: one JSON object a line. */
final class JsonLines {
    private JsonLines() {}

    static String one(Record value) {
        return new String(Wire.write(value), StandardCharsets.UTF_8);
    }

    /** One JSON array over several lines. */
    static String array(List<? extends Record> values) {
        return values.stream().map(JsonLines::one).collect(Collectors.joining(",\n ", "[", "]"));
    }
}
