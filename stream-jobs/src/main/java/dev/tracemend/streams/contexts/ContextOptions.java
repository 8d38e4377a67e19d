package dev.tracemend.streams.contexts;

import dev.tracemend.streams.window.WindowRules;
import java.time.Duration;

/**
 * How contexts of files are made.
 *
 * @param topic the short name that the contexts carry
 * @param rules of the windows
 * @param mostCauses causes that are gathered at once; beyond them the one seen longest ago is given out
 */
public record ContextOptions(String topic, WindowRules rules, int mostCauses) {

    /** Topic {@code app}; the engines' rules, but no line of a file is too late; 10,000 causes. */
    public static ContextOptions defaults() {
        WindowRules d = WindowRules.DEFAULT;
        WindowRules patient = new WindowRules(
                d.quiet(), d.max(), d.linesBefore(), d.linesAfter(), Duration.ofDays(36_500), d.emit(), d.grouping());
        return new ContextOptions("app", patient, 10_000);
    }

    /** The same for another topic and with other rules. */
    public ContextOptions with(String other, WindowRules windows) {
        return new ContextOptions(other, windows, mostCauses);
    }
}
