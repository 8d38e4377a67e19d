package dev.tracemend.agent.repair.settings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings with their offsets, a line each: YAML's nested keys and lists, properties and environment files. What
 * goes over several lines or is written inline ({@code {a: b}}) is passed over.
 */
final class SettingsText {
    private static final Pattern YAML =
            Pattern.compile("^( *)(- +)?(?:\"?([\\w./-]{1,100})\"?\\s*:(?:\\s+(.*))?|(.*))$");
    private static final Pattern ENTRY = Pattern.compile("^([A-Za-z_]\\w{0,100})=(.*)$");
    private static final Pattern PROPERTY =
            Pattern.compile("^\\s*(?:export\\s+)?([\\w.\\[\\]-]{1,200})\\s*[=:]\\s*(.*)$");
    private static final int LONGEST_LINE = 2_000;

    private final String path;
    private final String text;
    private final List<WrittenSetting> found = new ArrayList<>();
    private final Deque<Section> sections = new ArrayDeque<>();

    private SettingsText(String path, String text) {
        this.path = path;
        this.text = text;
    }

    private static final class Section {
        private final int indent;
        private final String key;
        private int entries;

        Section(int indent, String key) {
            this.indent = indent;
            this.key = key;
        }
    }

    /** The settings of a file, in its order. */
    static List<WrittenSetting> read(String path, String text) {
        SettingsText reader = new SettingsText(path, text);
        boolean yaml = path.endsWith(".yml") || path.endsWith(".yaml");
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            String line = text.substring(at, stop).replaceFirst("\\r$", "");
            if (line.length() <= LONGEST_LINE && yaml) {
                reader.yaml(line, at);
            } else if (line.length() <= LONGEST_LINE) {
                reader.property(line, at);
            }
            at = stop + 1;
        }
        return List.copyOf(reader.found);
    }

    private void property(String line, int at) {
        Matcher matcher = PROPERTY.matcher(line);
        if (!line.stripLeading().startsWith("#") && !line.stripLeading().startsWith("!") && matcher.matches()) {
            add(matcher.group(1), at + matcher.start(1), matcher.group(2), at + matcher.start(2));
        }
    }

    private void yaml(String line, int at) {
        Matcher matcher = YAML.matcher(line);
        if (line.isBlank() || line.stripLeading().startsWith("#") || !matcher.matches()) {
            return;
        }
        if (line.startsWith("---")) {
            sections.clear();
            return;
        }
        int indent = matcher.group(1).length();
        boolean entry = matcher.group(2) != null;
        while (!sections.isEmpty() && (sections.peek().indent > indent || sections.peek().indent == indent && !entry)) {
            sections.pop();
        }
        if (entry) {
            entry(matcher, at, indent);
        } else if (matcher.group(3) != null) {
            key(matcher, at, indent);
        }
    }

    private void key(Matcher matcher, int at, int indent) {
        String key = prefix() + matcher.group(3);
        String value = matcher.group(4) == null ? "" : matcher.group(4);
        if (withoutComment(value).isEmpty()) {
            sections.push(new Section(indent, key));
        } else {
            add(key, at + matcher.start(3), value, at + matcher.start(4));
        }
    }

    /** {@code - value}, or {@code - NAME=value} as compose files write an environment. */
    private void entry(Matcher matcher, int at, int indent) {
        String written = text.substring(at + matcher.end(2), at + matcher.end());
        String rest = written.strip();
        int start = matcher.end(2) + written.length() - written.stripLeading().length();
        int nth = sections.isEmpty() ? 0 : sections.peek().entries++;
        int quote = rest.startsWith("\"") || rest.startsWith("'") ? 1 : 0;
        Matcher named = ENTRY.matcher(rest.substring(quote));
        if (named.matches()) {
            String value = quote == 1 ? named.group(2).replaceFirst("[\"']$", "") : named.group(2);
            add(prefix() + named.group(1), at + start + quote, value, at + start + quote + named.start(2));
        } else if (indent >= 0 && !rest.matches("[\\w./-]{1,100}:(\\s.*)?")) {
            add(prefix().replaceFirst("\\.$", "") + "[" + nth + "]", at + start, rest, at + start);
        }
    }

    private String prefix() {
        return sections.isEmpty() ? "" : sections.peek().key + ".";
    }

    private void add(String key, int keyAt, String written, int valueAt) {
        String value = withoutComment(written);
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.endsWith(value.substring(0, 1));
        String bare = quoted ? value.substring(1, value.length() - 1) : value;
        String name = key.substring(key.lastIndexOf('.') + 1);
        boolean whole = text.startsWith(key, keyAt); // a property's key is written whole
        int from = whole ? keyAt + key.length() - name.length() : keyAt;
        found.add(new WrittenSetting(path, key, from, from + name.length(), bare, valueAt + (quoted ? 1 : 0)));
    }

    private static String withoutComment(String value) {
        boolean quoted = value.startsWith("\"") || value.startsWith("'");
        int end = quoted ? value.indexOf(value.charAt(0), 1) + 1 : -1;
        return quoted && end > 0
                ? value.substring(0, end)
                : value.replaceFirst("(^|\\s)#.*$", "").strip();
    }
}
