package dev.tracemend.agent.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of fields in the spellings of Java, of prompts and of state files. */
final class Naming {
    private Naming() {}

    /** {@code testCommand} and {@code test_command} alike become {@code Test Command}; {@code URLs2} becomes {@code URLs 2}. */
    static String title(String name) {
        List<String> words = new ArrayList<>();
        for (String word : words(name)) {
            words.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return String.join(" ", words);
    }

    /** {@code testCommand} becomes {@code test_command}. */
    static String snake(String name) {
        return String.join("_", words(name)).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String name) {
        String apart = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])", "_");
        return List.of(apart.split("_+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
