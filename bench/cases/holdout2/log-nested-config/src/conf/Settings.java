package conf;

import java.util.Map;

/** Settings by name, with defaults. */
public class Settings {
    private final Map<String, Integer> numbers;

    public Settings(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    public int retries() {
        return numbers.getOrDefault("retries", 3);
    }

    public int workers() {
        return numbers.getOrDefault("workers", 1);
    }

    public int timeoutSeconds() {
        return numbers.get("timeout");
    }

    public int timeoutMillis() {
        return timeoutSeconds() * 1000;
    }
}
