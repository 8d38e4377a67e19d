package dev.tracemend.agent.fix;

import java.util.List;

/**
 * A change to the checkout, as git prints it.
 *
 * @param diff a git-style unified diff
 * @param operator what made it: a rule's name or {@code model}
 * @param symptom whether it only guards the place that failed
 */
public record Change(String diff, List<String> files, int added, int removed, String operator, boolean symptom) {

    /** Copies the list. */
    public Change {
        files = List.copyOf(files);
    }
}
