package dev.tracemend.agent.repair.settings;

import dev.tracemend.agent.repair.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A setting should be a number and is one, but for marks or blanks that slipped in: {@code 8080;} or {@code 80 80}. */
final class StrayMarksRule implements SettingsRule {
    private static final Pattern REFUSED = Pattern.compile(
            "(?:input string: |invalid literal for int\\(\\) with base 10: |[Cc]annot convert (?:value )?(?:of )?"
                    + "|Failed to convert value (?:of )?|Error converting (?:value )?)[\"'\\[]([^\"'\\]\\n]{1,60})[\"'\\]]");
    private static final Pattern NUMBER_AND_MARKS = Pattern.compile("[^\\w-]*(-?\\d[\\d _]*)[^\\w]*");

    @Override
    public boolean fits(String said) {
        return number(said).isPresent();
    }

    @Override
    public Optional<Candidate> propose(String said, SettingsFiles files) {
        Matcher refused = REFUSED.matcher(said);
        Optional<String> number = number(said);
        if (number.isEmpty() || !refused.find()) {
            return Optional.empty();
        }
        String wrong = refused.group(1);
        List<WrittenSetting> holding = files.settings().stream()
                .filter(setting -> setting.value().equals(wrong))
                .toList();
        return holding.size() == 1
                ? Optional.of(new Candidate(
                        holding.get(0).changed(wrong, number.get()),
                        "stray-marks",
                        0.8,
                        false,
                        holding.get(0).key() + " is read as a number, and \"" + wrong + "\" is none"))
                : Optional.empty();
    }

    private static Optional<String> number(String said) {
        Matcher refused = REFUSED.matcher(said);
        if (!refused.find() || refused.group(1).matches("-?\\d+")) {
            return Optional.empty();
        }
        Matcher inside = NUMBER_AND_MARKS.matcher(refused.group(1));
        return inside.matches() ? Optional.of(inside.group(1).replaceAll("[ _]", "")) : Optional.empty();
    }
}
