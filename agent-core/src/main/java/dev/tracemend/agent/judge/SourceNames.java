package dev.tracemend.agent.judge;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Class names as one source file writes them: short where it can be, with the imports that needs. */
final class SourceNames {
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z_][\\w$]*(?:\\.[\\w$]+)+");
    private static final Map<Character, String> PRIMITIVES = Map.of(
            'I', "int", 'J', "long", 'D', "double", 'F', "float", 'S', "short", 'B', "byte", 'C', "char", 'Z',
            "boolean");

    private final String home;
    private final Map<String, String> imported = new TreeMap<>();

    /** Names for a file of that package. */
    SourceNames(String home) {
        this.home = home;
    }

    /** A type as source, every binary class name in it made short. */
    String type(String binary) {
        if (binary.startsWith("[")) {
            return component(binary.substring(1)) + "[]";
        }
        Matcher matcher = QUALIFIED.matcher(binary);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(one(matcher.group())));
        }
        return matcher.appendTail(text).toString().replace('$', '.');
    }

    private String component(String descriptor) {
        if (descriptor.startsWith("L")) {
            return type(descriptor.substring(1, descriptor.length() - 1));
        }
        return descriptor.startsWith("[") ? type(descriptor) : PRIMITIVES.getOrDefault(descriptor.charAt(0), "int");
    }

    private String one(String binary) {
        String canonical = binary.replace('$', '.');
        String place = binary.substring(0, binary.lastIndexOf('.'));
        String inside = binary.substring(place.length() + 1);
        int nested = inside.indexOf('$');
        String outer = nested < 0 ? inside : inside.substring(0, nested);
        if (!place.equals(home) && !place.equals("java.lang")) {
            String known = imported.putIfAbsent(outer, place);
            if (known != null && !known.equals(place)) {
                return canonical;
            }
        }
        return inside.replace('$', '.');
    }

    /** The import lines for all names that were asked for. */
    Collection<String> imports() {
        return imported.entrySet().stream()
                .map(entry -> "import " + entry.getValue() + "." + entry.getKey() + ";")
                .sorted()
                .toList();
    }
}
