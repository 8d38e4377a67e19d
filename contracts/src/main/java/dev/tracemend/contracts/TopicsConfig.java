package dev.tracemend.contracts;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What may stand before every topic's name, so that several installations share a broker: {@code KAFKA_TOPIC_PREFIX},
 * taken as it is ({@code dev.} makes {@code dev.logs.raw.app}). One for a whole process, or a part would not find another's
 * topics; what is no part of a topic's name is refused.
 */
record TopicsConfig(String prefix) {
    private static final String VARIABLE = "KAFKA_TOPIC_PREFIX";
    private static final Pattern USABLE = Pattern.compile("[a-zA-Z0-9._-]{0,100}");

    TopicsConfig {
        if (!USABLE.matcher(prefix).matches()) {
            throw new IllegalArgumentException(VARIABLE + " \"" + prefix
                    + "\" is not usable: at most 100 of the characters a-z, A-Z, 0-9, '.', '_' and '-', for example"
                    + " \"dev.\"");
        }
    }

    /** Of a process with this environment. */
    static TopicsConfig of(Map<String, String> environment) {
        return new TopicsConfig(environment.getOrDefault(VARIABLE, "").strip());
    }

    static TopicsConfig ofThisProcess() {
        return of(System.getenv());
    }
}
