package dev.tracemend.contracts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of our records: CloudEvents 1.0 in binary mode over Kafka, so that foreign tools can route them. */
public final class Headers {
    /** Names the record's form, for example {@code dev.tracemend.result.v1}. */
    public static final String TYPE = "ce_type";

    /** Of a record in {@code agent.retries.<topic>} and {@code agent.errors}: how often it was tried. */
    public static final String ATTEMPTS = "tracemend_attempts";
    /** Of a record in {@code agent.retries.<topic>}: not to be taken before, milliseconds since the epoch. */
    public static final String NOT_BEFORE = "tracemend_not_before";
    /** Of a record in {@code agent.retries.<topic>} and {@code agent.errors}: why it is there, one line. */
    public static final String REASON = "tracemend_reason";
    /** Of a record in {@code agent.retries.<topic>} and {@code agent.errors}: where it was read, {@code topic-partition@offset}. */
    public static final String ORIGIN = "tracemend_origin";

    private Headers() {}

    /** The header set of one record; {@code kind} is {@code line}, {@code context}, {@code result}, {@code memory} … */
    public static Map<String, String> of(String kind, String id, String source, Instant time) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put(TYPE, "dev.tracemend." + kind + ".v1");
        headers.put("ce_time", time.toString());
        headers.put("content-type", "application/json");
        return headers;
    }
}
