package dev.tracemend.cli;

import dev.tracemend.worker.policy.Policies;
import dev.tracemend.worker.policy.PolicyException;
import dev.tracemend.worker.policy.PolicyReading;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

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
        try (Reader reader = Files.newBufferedReader(file)) {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            return PolicyReading.of(new Yaml(new SafeConstructor(strict)).load(reader), file.toString());
        } catch (PolicyException e) {
            throw CommandFailure.configuration(String.valueOf(e.getMessage()));
        } catch (MarkedYAMLException e) {
            throw CommandFailure.configuration(
                    file + " cannot be read: line " + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
        } catch (YAMLException | IOException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw CommandFailure.configuration(file + " cannot be read: " + first);
        }
    }
}
