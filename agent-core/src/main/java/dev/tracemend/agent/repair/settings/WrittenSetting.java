package dev.tracemend.agent.repair.settings;

import dev.tracemend.agent.edit.TextEdit;
import java.util.List;

/**
 * One key with its value in a file of settings; offsets are those of the file's text.
 *
 * @param path the file, from the checkout's root
 * @param key with dots between the sections, for example {@code services.api.environment.DB_HOST}; an entry of a list has
 *     its place in brackets
 * @param keyStart where the key's last part is written
 * @param value without quotes around it
 */
record WrittenSetting(String path, String key, int keyStart, int keyEnd, String value, int valueStart) {

    /** The key's last part. */
    String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** The key without its last part; empty at the top. */
    String section() {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    TextEdit renamed(String name) {
        return new TextEdit(path, keyStart, keyEnd, name);
    }

    /** The edit that puts {@code after} in the place of {@code before}, a part of the value. */
    List<TextEdit> changed(String before, String after) {
        int at = value.indexOf(before);
        int start = valueStart + at;
        return at < 0 ? List.of() : List.of(new TextEdit(path, start, start + before.length(), after));
    }
}
