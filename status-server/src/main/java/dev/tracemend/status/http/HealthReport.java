package dev.tracemend.status.http;

import java.util.Map;

/** The answer of every health question: {@code ok} and {@code status} first, for machines. */
record HealthReport(boolean ok, String status, Map<String, HealthPart> parts) {}
