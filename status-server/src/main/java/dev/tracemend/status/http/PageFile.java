package dev.tracemend.status.http;

/** A file of the page: its bytes, media type and entity tag. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never written to.
record PageFile(byte[] content, String type, String tag) {}
