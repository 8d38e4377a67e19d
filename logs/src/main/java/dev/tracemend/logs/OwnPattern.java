package dev.tracemend.logs;

import java.util.List;

/**
 * A pattern of the user's own. Where it has a group named {@code secret} that is masked, else all that it matches.
 *
 * @param name what the mask says: lower-case letters, digits and hyphens, at most 40
 * @param regex as {@link java.util.regex.Pattern} reads it
 * @param needs literals, one of which every match holds (upper or lower case alike); with none the pattern is tried on
 *     every line
 */
public record OwnPattern(String name, String regex, List<String> needs) {

    /** Copies the list. */
    public OwnPattern {
        needs = List.copyOf(needs);
    }

    /** Tried on every line. */
    public OwnPattern(String name, String regex) {
        this(name, regex, List.of());
    }
}
