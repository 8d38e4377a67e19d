package dev.tracemend.cli;

import dev.tracemend.worker.policy.Policies;
import dev.tracemend.worker.policy.PolicyException;
import dev.tracemend.worker.policy.PolicyReading;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of {@code --policy}: YAML, and so JSON, too. */
final class PolicyFile {
    private PolicyFile() {}

    /** What the option names; the defaults where it was not given. */
    static Policies given(String option) {
        return option.isEmpty() ? Policies.DEFAULT : read(Path.of(option));
    }

    /** What it says; whatever is wrong with it is refused with the place. */
    static Policies read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.configuration("--policy " + file + " is not there; docs/worker.md shows one");
        }
        try {
            return PolicyReading.of(YamlFile.read(file), file.toString());
        } catch (PolicyException e) {
            throw CommandFailure.configuration(String.valueOf(e.getMessage()));
        }
    }
}
