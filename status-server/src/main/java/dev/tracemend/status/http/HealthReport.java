package dev.tracemend.status.http;

import java.util.List;
import java.util.Map;

/**
 * The answer of every health question: {@code ok} and {@code status} first, for machines.
 *
 * @param reasons why it is not ok, a sentence a part; empty while it is
 */
record HealthReport(boolean ok, String status, Map<String, HealthPart> parts, List<String> reasons) {
    static HealthReport of(boolean ok, String status, Map<String, HealthPart> parts) {
        List<String> reasons = parts.entrySet().stream()
                .filter(part -> !ok && !part.getValue().isFine())
                .map(part -> part.getValue().reason(part.getKey()))
                .toList();
        return new HealthReport(ok, status, parts, reasons);
    }
}
