package dev.tracemend.agent.repair.settings;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The code asks for a setting that is not there, and one of the same section is there that nobody asks for and whose name
 * is like it: one of both was renamed, the other not. Where the code asks for the other elsewhere, too, the asking is mistyped;
 * else the setting is brought in line.
 */
final class RenamedKeyRule implements SettingsRule {
    private static final String KEY = "([A-Za-z_][\\w.-]{1,120})";
    private static final List<Pattern> MISSING = List.of(
            Pattern.compile("Could not resolve placeholder ['\"]" + KEY),
            Pattern.compile("property value \\[\\$\\{" + KEY + "}]\\. Property doesn't exist"),
            Pattern.compile("[Pp]roperty ['\"]?" + KEY + "['\"]? is required but"),
            Pattern.compile("No configuration setting found for key ['\"]" + KEY),
            Pattern.compile(
                    "(?i)(?:missing|required|undefined|unset)(?: required)? (?:environment variable|env var|property|setting|config(?:uration)? key)"
                            + ":? ['\"]?" + KEY),
            Pattern.compile("(?i)(?:environment variable|env var|property|setting|config(?:uration)? key) ['\"]?" + KEY
                    + "['\"]? (?:is |was )?(?:not set|missing|required|undefined|not defined|not found|must be set)"));

    @Override
    public boolean fits(String said) {
        return !missing(said).isEmpty();
    }

    private static String missing(String said) {
        for (Pattern pattern : MISSING) {
            Matcher matcher = pattern.matcher(said);
            if (matcher.find()) {
                return matcher.group(1).replaceFirst("[.-]+$", "");
            }
        }
        return "";
    }

    @Override
    public Optional<Candidate> propose(String said, SettingsFiles files) {
        String missing = missing(said);
        boolean there = files.settings().stream()
                .anyMatch(setting -> asked(setting, missing).equals(missing));
        if (there) {
            return Optional.empty(); // it is set, but not where this process reads it
        }
        List<WrittenSetting> like = files.settings().stream()
                .filter(setting -> alike(asked(setting, missing), missing))
                .toList();
        Set<String> names = new TreeSet<>();
        like.forEach(setting -> names.add(asked(setting, missing)));
        if (names.size() != 1) {
            return Optional.empty();
        }
        String found = names.iterator().next();
        return read(found, files) ? mistyped(missing, found, files) : renamed(missing, like);
    }

    /** A setting's key as code would ask for it: environments stand in sections of their own. */
    private static String asked(WrittenSetting setting, String missing) {
        boolean variable = missing.matches("[A-Z_][A-Z0-9_]+");
        return variable ? setting.name() : setting.key();
    }

    private static Optional<Candidate> renamed(String missing, List<WrittenSetting> like) {
        String name = missing.substring(missing.lastIndexOf('.') + 1);
        List<TextEdit> edits =
                like.stream().map(setting -> setting.renamed(name)).toList();
        return Optional.of(new Candidate(
                edits,
                "rename-setting",
                0.8,
                false,
                "the code asks for " + missing + "; " + like.get(0).name()
                        + " is set in its place, and nobody asks for that"));
    }

    /** The code asks by another name elsewhere; here it is mistyped, if here is the only place. */
    private static Optional<Candidate> mistyped(String missing, String there, SettingsFiles files) {
        List<TextEdit> edits = new ArrayList<>();
        Pattern asking = whole(missing);
        for (Map.Entry<String, String> source : files.sources().entrySet()) {
            Matcher matcher = asking.matcher(source.getValue());
            while (matcher.find()) {
                edits.add(new TextEdit(source.getKey(), matcher.start(), matcher.end(), there));
            }
        }
        boolean typo = LevenshteinDistance.getDefaultInstance().apply(plain(missing), plain(there)) <= 2;
        return edits.size() != 1 || !typo
                ? Optional.empty()
                : Optional.of(new Candidate(
                        edits,
                        "rename-setting",
                        0.8,
                        false,
                        "the code asks for " + missing + ", but elsewhere for " + there + ", which is set"));
    }

    private static boolean read(String key, SettingsFiles files) {
        String name = key.substring(key.lastIndexOf('.') + 1);
        String joined = plain(name);
        Pattern word = Pattern.compile("(?i)(?<![A-Za-z0-9])(?:get|set|is|with)?" + spaced(name) + "(?![A-Za-z0-9])");
        return joined.length() < 3
                || files.sources().values().stream()
                        .anyMatch(text -> word.matcher(text).find());
    }

    /** A name in any spelling: {@code retry-limit}, {@code retry_limit}, {@code retryLimit}. */
    private static String spaced(String name) {
        StringBuilder pattern = new StringBuilder();
        for (String word : words(name)) {
            pattern.append(pattern.length() == 0 ? "" : "[._-]?").append(Pattern.quote(word));
        }
        return pattern.toString();
    }

    private static Pattern whole(String key) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(key) + "(?![\\w.-])");
    }

    /** In the same section; the names differ by a letter or two, or share a word. */
    private static boolean alike(String key, String missing) {
        int dot = missing.lastIndexOf('.');
        int other = key.lastIndexOf('.');
        String section = missing.substring(0, Math.max(0, dot));
        if (key.equals(missing) || !plain(section).equals(plain(key.substring(0, Math.max(0, other))))) {
            return false;
        }
        String name = missing.substring(dot + 1);
        String there = key.substring(other + 1);
        int far = LevenshteinDistance.getDefaultInstance().apply(plain(name), plain(there));
        Set<String> common = new TreeSet<>(singular(name));
        common.retainAll(singular(there));
        boolean oneOrMany = singular(name).equals(singular(there));
        boolean shared = dot > 0 && common.stream().anyMatch(word -> word.length() > 3);
        return far <= Math.min(2, Math.max(name.length(), there.length()) / 4) || shared || oneOrMany;
    }

    private static List<String> words(String name) {
        return List.of(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .split("[._-]+"));
    }

    private static List<String> singular(String name) {
        return words(name).stream()
                .map(word -> word.replaceFirst("ies$", "y").replaceFirst("(?<=\\w\\w)s$", ""))
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }
}
