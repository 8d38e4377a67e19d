package dev.tracemend.cli;

import dev.tracemend.worker.policy.UnknownKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A file of {@code tail --config}: YAML with the keys of the flags; what may be given several times may be a list. */
final class TailFile {
    private TailFile() {}

    /** The settings it gives; an unknown key, or one that holds no text, is refused with the place. */
    static Map<TailSetting, List<String>> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.configuration(
                    "--config " + file + " is not there; name a file with lines like" + " \"topic: app\"");
        }
        Map<TailSetting, List<String>> values = new EnumMap<>(TailSetting.class);
        YamlFile.map(file).forEach((key, value) -> {
            TailSetting setting = known(file, String.valueOf(key));
            values.put(setting, texts(file, setting, value));
        });
        return values;
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
        return TailSetting.of(key)
                .orElseThrow(() -> CommandFailure.configuration(UnknownKey.said(
                        file.toString(),
                        key,
                        Arrays.stream(TailSetting.values())
                                .map(TailSetting::key)
                                .toList(),
                        "`tracemend tail --help` lists all keys")));
    }
}
