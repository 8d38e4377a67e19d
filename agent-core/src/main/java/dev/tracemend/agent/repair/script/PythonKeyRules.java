package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys that are not there: KeyError. */
final class PythonKeyRules implements ScriptRule {
    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("KeyError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        for (SyntaxNode node : file.at(line)) {
            if (node.is("subscript") && missing(scene, node)) {
                key(scene, file, node, depth == 0 ? 1 : 0.7);
            }
        }
    }

    /** Whether another way to write the logged key would be another key at all. */
    private static boolean helps(String named, String change) {
        boolean text = named.matches("(?s)([\"']).*\\1");
        String key = text ? inner(named) : named;
        boolean lowers = change.contains("lower") && !key.equals(key.toLowerCase(Locale.ROOT));
        boolean uppers = change.contains("upper") && !key.equals(key.toUpperCase(Locale.ROOT));
        boolean strips = change.contains("strip") && !key.equals(key.strip());
        return switch (change) {
            case "int(%s)" -> text && key.strip().matches("-?\\d+");
            case "str(%s)" -> !text;
            default -> text && (lowers || uppers || strips);
        };
    }

    /** Whether code stands in a file as it is, not as the beginning of more. */
    private static boolean written(ScriptFile file, String code) {
        return Pattern.compile(Pattern.quote(code) + "(?![\\w.(])")
                .matcher(file.text())
                .find();
    }

    /** Whether a subscript may be the one that failed: one whose key is written out is not, where the log names another. */
    private static boolean missing(ScriptScene scene, SyntaxNode node) {
        String key = node.textOf("subscript");
        String named = scene.fault().message().strip();
        return !key.matches("[\"'][^\"']*[\"']")
                || !named.matches("[\"'][^\"']*[\"']")
                || inner(key).equals(inner(named));
    }

    private static String inner(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private static void key(ScriptScene scene, ScriptFile file, SyntaxNode node, double scale) {
        String map = node.textOf("value");
        String key = node.textOf("subscript");
        SyntaxNode holder = node.parent().orElse(node);
        if (holder.is("augmented_assignment") && node.field().equals("left")) {
            String operator = file.tongue().operator(holder).replace("=", "");
            String start = holder.textOf("right").startsWith("[") ? "[]" : operator.equals("*") ? "1" : "0";
            scene.replace(
                    file,
                    holder,
                    node.text() + " = " + map + ".get(" + key + ", " + start + ") " + operator + " "
                            + holder.textOf("right"),
                    "start-at-nothing",
                    0.93 * scale,
                    "the first " + key + " has no value yet");
            return;
        }
        if (holder.is("attribute") && node.field().equals("object")) {
            grow(scene, file, node, holder, scale);
        }
        if (holder.is("delete_statement")) {
            scene.replace(
                    file,
                    holder,
                    map + ".pop(" + key + ", None)",
                    "pop-if-there",
                    0.8 * scale,
                    "there may be nothing to delete");
        } else if (!(holder.is("assignment") && node.field().equals("left"))) {
            read(scene, file, node, scale);
        }
        nearKeys(scene, file, node, scale);
        if (!key.matches("[\"'].*")) {
            for (String change :
                    List.of("%s.lower()", "%s.strip()", "%s.upper()", "str(%s)", "int(%s)", "%s.strip().lower()")) {
                if (!helps(scene.fault().message().strip(), change)) {
                    continue;
                }
                String made = change.formatted(key);
                double prior = written(file, made) ? 0.84 : made.contains("(" + key) ? 0.55 : 0.6;
                node.child("subscript")
                        .ifPresent(subscript -> scene.replace(
                                file,
                                subscript,
                                made,
                                "same-key",
                                prior * scale,
                                "the key is written in another way than those of " + map));
            }
        }
        Idioms.guard(scene, file, node, key + " not in " + map, 0.55 * scale, true, key + " may not be in " + map);
    }

    private static void grow(ScriptScene scene, ScriptFile file, SyntaxNode node, SyntaxNode holder, double scale) {
        Map<String, String> starts = Map.of(
                "append",
                "[]",
                "extend",
                "[]",
                "insert",
                "[]",
                "add",
                "set()",
                "update",
                "{}",
                "items",
                "{}",
                "setdefault",
                "{}");
        String start = starts.get(holder.textOf("attribute"));
        if (start != null) {
            scene.replace(
                    file,
                    node,
                    node.textOf("value") + ".setdefault(" + node.textOf("subscript") + ", " + start + ")",
                    "start-at-nothing",
                    0.93 * scale,
                    "the first " + node.textOf("subscript") + " has no collection yet");
        }
    }

    /** Defaults, those of other reads of the same key first. */
    private static void read(ScriptScene scene, ScriptFile file, SyntaxNode node, double scale) {
        String map = node.textOf("value");
        String key = node.textOf("subscript");
        Map<String, Double> defaults = new LinkedHashMap<>();
        for (ScriptFile each : scene.sources()) {
            for (SyntaxNode call : each.root().all("call")) {
                List<SyntaxNode> args = Arguments.of(call);
                if (call.textOf("function").endsWith(".get")
                        && args.size() == 2
                        && args.get(1).all("identifier").isEmpty()) {
                    boolean same = args.get(0).text().equals(key);
                    boolean near = call.textOf("function").equals(map + ".get");
                    defaults.merge(args.get(1).text(), same ? 0.95 : near ? 0.74 : 0.52, Math::max);
                }
            }
        }
        byUse(node, file).forEach((value, prior) -> defaults.merge(value, prior, Math::max));
        defaults.forEach((value, prior) -> scene.replace(
                file,
                node,
                map + ".get(" + key + ", " + value + ")",
                "get-with-default",
                prior * scale,
                key + " may be absent and then stands for " + value));
        node.parent()
                .filter(outer -> outer.is("subscript") && node.field().equals("value"))
                .ifPresent(outer -> both(scene, file, node, outer, scale));
        scene.replace(file, node, map + ".get(" + key + ")", "get", 0.5 * scale, key + " may be absent");
        if (map.endsWith("]")) {
            node.child("value").filter(inner -> inner.is("subscript")).ifPresent(inner -> byUse(node, file)
                    .forEach((value, prior) -> scene.replace(
                            file,
                            node,
                            inner.textOf("value") + ".get(" + inner.textOf("subscript") + ", {}).get(" + key + ", "
                                    + value + ")",
                            "get-with-default",
                            0.5 * scale,
                            "either key may be absent")));
        }
    }

    /** What is absent is a map itself, which is asked for a key at once: both need their default. */
    private static void both(ScriptScene scene, ScriptFile file, SyntaxNode node, SyntaxNode outer, double scale) {
        String key = outer.textOf("subscript");
        Map<String, Double> defaults = new LinkedHashMap<>();
        for (SyntaxNode call : file.root().all("call")) {
            List<SyntaxNode> args = Arguments.of(call);
            if (call.textOf("function").endsWith(".get")
                    && args.size() == 2
                    && args.get(0).text().equals(key)) {
                boolean chained = call.textOf("function").endsWith(", {}).get");
                defaults.merge(args.get(1).text(), chained ? 0.96 : 0.9, Math::max);
            }
        }
        byUse(outer, file).forEach((value, prior) -> defaults.merge(value, prior * 0.9, Math::max));
        String map = node.textOf("value") + ".get(" + node.textOf("subscript") + ", {})";
        defaults.forEach((value, prior) -> scene.replace(
                file,
                outer,
                map + ".get(" + key + ", " + value + ")",
                "get-with-default",
                prior * scale,
                node.textOf("subscript") + " may be absent, and " + key + " with it"));
    }

    /** What an absent value would be, by what is done with it. */
    static Map<String, Double> byUse(SyntaxNode node, ScriptFile file) {
        SyntaxNode holder = node.parent().orElse(node);
        Map<String, Double> found = new LinkedHashMap<>();
        boolean summed = holder.is("binary_operator", "augmented_assignment", "comparison_operator")
                || node.above(up -> up.is("call"))
                        .filter(call -> call.textOf("function").matches("sum|float|int|round|max|min"))
                        .isPresent();
        if (summed && !(holder.is("binary_operator") && holder.all("string").size() > 0)) {
            found.put(holder.text().contains(" * ") && !holder.text().contains("price") ? "1" : "0", 0.6);
            found.putIfAbsent("0", 0.62);
        } else if (holder.is("for_statement", "for_in_clause")
                || holder.text().matches("(?s)(len|list|sorted|set|sum|any|all)\\(.*")) {
            found.put("[]", 0.62);
        } else if (holder.is("subscript", "attribute") && node.field().matches("value|object")) {
            found.put(
                    holder.textOf("attribute")
                                    .matches("strip|lower|upper|split|title|replace|startswith|endswith|encode")
                            ? "''"
                            : "{}",
                    0.6);
        } else {
            found.put("''", 0.42);
            found.put("0", 0.42);
            found.put("[]", 0.36);
            found.put("False", 0.3);
        }
        return found;
    }

    private static void nearKeys(ScriptScene scene, ScriptFile file, SyntaxNode node, double scale) {
        SyntaxNode key = node.child("subscript").orElse(node);
        if (!key.is("string") || key.text().length() < 3) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        for (ScriptFile each : scene.files().values()) {
            for (SyntaxNode text : each.root().all("string")) {
                if (text.text().length() > 2
                        && text.text().length() < 60
                        && !text.text().contains("\n")) {
                    known.add(text.text().replaceAll("^[\"']|[\"']$", ""));
                }
            }
        }
        String plain = key.text().replaceAll("^[\"']|[\"']$", "");
        String quote = key.text().substring(0, 1);
        for (String near : Nearness.of(plain, known)) {
            scene.replace(
                    file,
                    key,
                    quote + near + quote,
                    "nearest-key",
                    (Nearness.far(plain, near) < 2 ? 0.88 : 0.6) * scale,
                    "the key is called " + near + " elsewhere");
        }
    }
}
