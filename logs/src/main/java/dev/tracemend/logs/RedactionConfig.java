package dev.tracemend.logs;

import java.util.List;

/**
 * What is masked in log text.
 *
 * @param enabled whether anything is
 * @param emails whether addresses of people are, too
 * @param ibans whether numbers of bank accounts are, too
 * @param patterns of the user's own
 */
public record RedactionConfig(boolean enabled, boolean emails, boolean ibans, List<OwnPattern> patterns) {

    /** Copies the list. */
    public RedactionConfig {
        patterns = List.copyOf(patterns);
    }

    /** Every rule for secrets; no addresses, no accounts, no own patterns. */
    public static RedactionConfig defaults() {
        return new RedactionConfig(true, false, false, List.of());
    }

    /** Nothing is masked. */
    public static RedactionConfig off() {
        return new RedactionConfig(false, false, false, List.of());
    }
}
