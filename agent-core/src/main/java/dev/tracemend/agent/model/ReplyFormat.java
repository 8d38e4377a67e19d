package dev.tracemend.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What shape of reply the provider is asked to enforce. */
public sealed interface ReplyFormat {

    /** Any text. */
    record AnyText() implements ReplyFormat {}

    /** One JSON object. */
    record AnyObject() implements ReplyFormat {}

    /** One JSON object that a schema allows. */
    record BySchema(String name, ObjectNode schema) implements ReplyFormat {}
}
