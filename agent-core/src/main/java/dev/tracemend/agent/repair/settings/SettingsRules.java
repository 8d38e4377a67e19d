package dev.tracemend.agent.repair.settings;

import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.logs.ThrownException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the setting that a failure names and what it should be. Runs nothing, writes nothing. */
public final class SettingsRules {
    private static final int LONGEST = 8_000;
    private static final List<SettingsRule> RULES =
            List.of(new RenamedKeyRule(), new ServiceAddressRule(), new DriverPrefixRule(), new StrayMarksRule());

    private SettingsRules() {}

    /** The change of the settings (or of the name by which the code asks for one) that mends a failure, if there is one. */
    public static Optional<Candidate> propose(Evidence evidence, Path root) {
        if (evidence.trace().isEmpty()) {
            return Optional.empty();
        }
        String said =
                evidence.trace().chain().stream().map(SettingsRules::words).collect(Collectors.joining("\n"));
        String bounded = said.substring(0, Math.min(LONGEST, said.length()));
        if (RULES.stream().noneMatch(rule -> rule.fits(bounded))) {
            return Optional.empty();
        }
        SettingsFiles files = SettingsFiles.read(root);
        return RULES.stream()
                .flatMap(rule -> rule.propose(bounded, files).stream())
                .findFirst();
    }

    private static String words(ThrownException thrown) {
        return thrown.simpleType() + ": " + thrown.message();
    }
}
