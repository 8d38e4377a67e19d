package dev.tracemend.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A file of {@code tail --config}: YAML with the keys of the flags; what may be given several times may be a list. */
final class TailFile {
    private TailFile() {}

    /** The settings it gives; an unknown key, or one that holds no text, is refused with the place. */
    static Map<TailSetting, List<String>> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.configuration(
                    "--config " + file + " is not there; name a file with lines like" + " \"topic: app\"");
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (root == null) {
                return Map.of();
            }
            if (!(root instanceof Map<?, ?> map)) {
                throw CommandFailure.configuration(file + ": expected lines of the form \"key: value\"");
            }
            Map<TailSetting, List<String>> values = new EnumMap<>(TailSetting.class);
            map.forEach((key, value) -> {
                TailSetting setting = known(file, String.valueOf(key));
                values.put(setting, texts(file, setting, value));
            });
            return values;
        } catch (MarkedYAMLException e) {
            throw CommandFailure.configuration(
                    file + " cannot be read: line " + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
        } catch (YAMLException | IOException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw CommandFailure.configuration(file + " cannot be read: " + first);
        }
    }

    private static List<String> texts(Path file, TailSetting setting, Object value) {
        boolean many = setting.form() == TailSetting.Form.MANY;
        if (many && value instanceof List<?> list) {
            return list.stream().map(item -> text(file, setting, item)).toList();
        }
        if (many && setting.label().contains("=") && value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .toList();
        }
        return List.of(text(file, setting, value));
    }

    private static String text(Path file, TailSetting setting, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw CommandFailure.configuration(file + ": " + setting.key() + " holds no "
                + (setting.form() == TailSetting.Form.MANY ? "text and no list of texts" : "text"));
    }

    private static TailSetting known(Path file, String key) {
        return TailSetting.of(key).orElseThrow(() -> {
            String nearest = Arrays.stream(TailSetting.values())
                    .map(TailSetting::key)
                    .min(Comparator.comparingInt(candidate ->
                            LevenshteinDistance.getDefaultInstance().apply(candidate, key)))
                    .orElse("");
            return CommandFailure.configuration(file + ": unknown key \"" + key + "\"; did you mean \"" + nearest
                    + "\"? `tracemend tail --help` lists all keys");
        });
    }
}
