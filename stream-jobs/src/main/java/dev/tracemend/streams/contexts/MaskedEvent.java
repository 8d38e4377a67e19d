package dev.tracemend.streams.contexts;

import dev.tracemend.logs.JoinedEvent;

/** An event, and its text with secrets masked. */
record MaskedEvent(JoinedEvent event, String text, int redactions) {}
