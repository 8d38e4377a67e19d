package dev.tracemend.contracts;

import java.util.List;

/**
 * A change to the checkout.
 *
 * @param format {@code git} (a unified diff with {@code a/} and {@code b/}), or empty where there is no change
 * @param files changed files, relative to the checkout's root
 * @param operator what made the edit: the rule's name, or {@code model}
 * @param symptom whether the edit only guards the place that failed instead of mending the value that got there
 */
public record PatchInfo(
        String format, String diff, List<String> files, int added, int removed, String operator, boolean symptom) {

    /** No change. */
    public static final PatchInfo NONE = new PatchInfo("", "", List.of(), 0, 0, "", false);

    /** Replaces what is absent by the neutral value. */
    public PatchInfo {
        format = Absent.text(format);
        diff = Absent.text(diff);
        files = Absent.list(files);
        operator = Absent.text(operator);
    }
}
