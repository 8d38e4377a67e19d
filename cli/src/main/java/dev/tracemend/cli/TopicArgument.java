package dev.tracemend.cli;

import dev.tracemend.contracts.Topics;

/** The short topic name that a user typed. */
final class TopicArgument {
    private TopicArgument() {}

    static void check(String topic) {
        if (!Topics.isShortName(topic)) {
            throw CommandFailure.configuration("--topic \"" + topic
                    + "\" is not usable: 1 to 64 of the characters a-z, 0-9 and '-', for example \"app\"");
        }
    }
}
