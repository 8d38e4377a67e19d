package dev.tracemend.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A file of settings, YAML and so JSON, too: plain values only, no key twice. What is wrong is told with the line. */
final class YamlFile {
    private YamlFile() {}

    /** What it holds; null where that is nothing. */
    static @Nullable Object read(Path file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(strict)).load(reader);
        } catch (MarkedYAMLException e) {
            throw CommandFailure.configuration(
                    file + " cannot be read: line " + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
        } catch (YAMLException | IOException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw CommandFailure.configuration(file + " cannot be read: " + first);
        }
    }

    /** Its keys and what they hold, in order; it may be empty. */
    static Map<?, ?> map(Path file) {
        Object root = read(file);
        if (root == null) {
            return Map.of();
        }
        if (root instanceof Map<?, ?> map) {
            return map;
        }
        throw CommandFailure.configuration(file + ": expected lines of the form \"key: value\"");
    }
}
