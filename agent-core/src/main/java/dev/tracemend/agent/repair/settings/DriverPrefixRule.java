package dev.tracemend.agent.repair.settings;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No driver takes a JDBC URL because its prefix is one that people take for the driver's. */
final class DriverPrefixRule implements SettingsRule {
    private static final Pattern REFUSED =
            Pattern.compile("No suitable driver(?: found)?(?: for)? \"?jdbc:(\\w{1,20}):");
    private static final Map<String, String> MEANT = Map.of(
            "postgres", "postgresql",
            "pgsql", "postgresql",
            "postgressql", "postgresql",
            "maria", "mariadb",
            "mssql", "sqlserver",
            "sqlite3", "sqlite");

    @Override
    public boolean fits(String said) {
        return REFUSED.matcher(said).find();
    }

    @Override
    public Optional<Candidate> propose(String said, SettingsFiles files) {
        Matcher refused = REFUSED.matcher(said);
        if (!refused.find() || !MEANT.containsKey(refused.group(1))) {
            return Optional.empty();
        }
        String wrong = "jdbc:" + refused.group(1) + ":";
        String right = "jdbc:" + MEANT.get(refused.group(1)) + ":";
        List<TextEdit> edits = new ArrayList<>();
        files.settings().forEach(setting -> edits.addAll(setting.changed(wrong, right)));
        files.sources().forEach((path, text) -> {
            for (int at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + 1)) {
                edits.add(new TextEdit(path, at, at + wrong.length(), right));
            }
        });
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidate(
                        edits,
                        "driver-prefix",
                        0.9,
                        false,
                        "the driver's URLs begin with " + right + ", not " + wrong));
    }
}
