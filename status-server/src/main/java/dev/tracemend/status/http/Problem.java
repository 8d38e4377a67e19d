package dev.tracemend.status.http;

/**
 * An error as RFC 9457 tells it.
 *
 * @param type always {@code about:blank}: the status says what kind it is
 * @param detail what was wrong and what to do, for a person
 * @param instance the path that was asked for
 * @param traceId under which the server's log knows it
 */
record Problem(String type, String title, int status, String detail, String instance, String traceId) {}
