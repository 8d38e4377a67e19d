package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of the wrong function, or with arguments swapped, missing or unprepared. */
final class CallMutations {
    private static final Map<String, List<String>> MEANT = Map.ofEntries(
            Map.entry("min", List.of("max")), Map.entry("max", List.of("min")), Map.entry("any", List.of("all")), Map.entry("all", List.of("any")),
            Map.entry("append", List.of("extend")), Map.entry("extend", List.of("append")), Map.entry("floor", List.of("ceil", "round")),
            Map.entry("ceil", List.of("floor")), Map.entry("round", List.of("floor", "ceil", "trunc")), Map.entry("push", List.of("unshift")),
            Map.entry("unshift", List.of("push")), Map.entry("shift", List.of("pop")), Map.entry("startswith", List.of("endswith")),
            Map.entry("endswith", List.of("startswith")), Map.entry("startsWith", List.of("endsWith", "includes")), Map.entry("endsWith", List.of("startsWith")),
            Map.entry("lower", List.of("upper")), Map.entry("upper", List.of("lower")), Map.entry("strip", List.of("rstrip", "lstrip")),
            Map.entry("lstrip", List.of("strip", "rstrip", "removeprefix")), Map.entry("rstrip", List.of("strip", "lstrip", "removesuffix")),
            Map.entry("find", List.of("rfind", "filter")), Map.entry("index", List.of("rindex")), Map.entry("split", List.of("rsplit")),
            Map.entry("indexOf", List.of("lastIndexOf")), Map.entry("some", List.of("every")), Map.entry("every", List.of("some")),
            Map.entry("forEach", List.of("map")), Map.entry("map", List.of("flatMap", "filter")), Map.entry("filter", List.of("find", "map")),
            Map.entry("slice", List.of("splice")), Map.entry("splice", List.of("slice")), Map.entry("popleft", List.of("pop")),
            Map.entry("pop", List.of("popleft", "shift", "get")), Map.entry("intersection", List.of("union", "difference")), Map.entry("union", List.of("intersection")),
            Map.entry("difference", List.of("symmetric_difference")), Map.entry("isalpha", List.of("isalnum")), Map.entry("isdigit", List.of("isalnum")),
            Map.entry("update", List.of("setdefault")), Map.entry("parseInt", List.of("parseFloat", "Number")), Map.entry("appendleft", List.of("append")),
            Map.entry("toUpperCase", List.of("toLowerCase")), Map.entry("toLowerCase", List.of("toUpperCase")), Map.entry("keys", List.of("values", "entries", "items")),
            Map.entry("values", List.of("keys", "entries", "items")), Map.entry("entries", List.of("values")), Map.entry("heappush", List.of("heappop")),
            Map.entry("weekday", List.of("isoweekday")), Map.entry("getDay", List.of("getDate")), Map.entry("getYear", List.of("getFullYear")), Map.entry("all_", List.of()),
            Map.entry("reduce", List.of("reduceRight")), Map.entry("sub", List.of("subn")), Map.entry("match", List.of("search", "fullmatch")), Map.entry("search", List.of("match")));

    private final ScriptScene scene;
    private final ScriptFile file;
    private final Tongue tongue;

    CallMutations(ScriptScene scene, ScriptFile file) {
        this.scene = scene;
        this.file = file;
        this.tongue = file.tongue();
    }

    void propose(SyntaxNode call, double score) {
        double scale = 0.3 + 0.7 * score;
        SyntaxNode function = call.child("function").orElse(call);
        SyntaxNode name = tongue.attribute(function) ? function.child(tongue.member).orElse(function) : function;
        List<SyntaxNode> args = Arguments.of(call);
        for (String other : MEANT.getOrDefault(name.text(), List.of())) {
            scene.replace(file, name, other, "meant-call", 0.42 * scale, other + " is meant instead of " + name.text());
        }
        swaps(args, scale);
        ranges(call, name.text(), args, scale);
        sorting(call, function, name.text(), args, scale);
        if (args.size() == 1 && tongue.call(call)) {
            scene.replace(file, call, args.get(0).text(), "unwrap", 0.16 * scale, name.text() + "() is too much");
        }
        own(call, function, scale);
        if (tongue.attribute(function) && args.isEmpty()) {
            scene.replace(file, call, function.textOf("object"), "unwrap", 0.18 * scale, name.text() + "() is too much");
        }
        for (SyntaxNode arg : args) {
            prepared(call, name.text(), arg, scale);
        }
    }

    private void swaps(List<SyntaxNode> args, double scale) {
        for (int i = 0; i + 1 < args.size() && args.size() <= 5; i++) {
            for (int j = i + 1; j < args.size(); j++) {
                SyntaxNode a = args.get(i);
                SyntaxNode b = args.get(j);
                if (!a.is("keyword_argument") && !b.is("keyword_argument")) {
                    scene.add(List.of(new dev.tracemend.agent.edit.TextEdit(file.path(), a.start(), a.end(), b.text()),
                            new dev.tracemend.agent.edit.TextEdit(file.path(), b.start(), b.end(), a.text())), "swap-arguments", 0.34 * scale, false,
                            a.text() + " and " + b.text() + " are swapped");
                }
            }
        }
    }

    private void ranges(SyntaxNode call, String name, List<SyntaxNode> args, double scale) {
        if (!name.equals("range") || args.isEmpty()) {
            return;
        }
        SyntaxNode end = args.size() == 1 ? args.get(0) : args.get(1);
        scene.replace(file, end, shifted(end.text(), 1), "boundary", 0.52 * scale, "the last one is left out");
        scene.replace(file, end, shifted(end.text(), -1), "boundary", 0.46 * scale, "the loop runs one round too far");
        SyntaxNode list = call.child("arguments").orElse(call);
        if (args.size() == 1) {
            scene.replace(file, list, "(1, " + end.text() + ")", "loop-start", 0.4 * scale, "the loop begins one round too early");
            scene.replace(file, list, "(1, " + end.text() + " + 1)", "boundary", 0.42 * scale, "it is counted from one");
        } else if (args.size() == 2) {
            SyntaxNode start = args.get(0);
            scene.replace(file, start, shifted(start.text(), 1), "loop-start", 0.4 * scale, "the loop begins one round too early");
            if (!start.text().equals("0")) {
                scene.replace(file, start, shifted(start.text(), -1), "loop-start", 0.4 * scale, "the loop begins one round too late");
            }
        }
    }

    private static String shifted(String text, int by) {
        if (text.matches("\\d{1,9}")) {
            return Long.toString(Long.parseLong(text) + by);
        }
        String back = by > 0 ? " - 1" : " + 1";
        return text.endsWith(back) ? text.substring(0, text.length() - back.length()) : text + (by > 0 ? " + 1" : " - 1");
    }

    private void sorting(SyntaxNode call, SyntaxNode function, String name, List<SyntaxNode> args, double scale) {
        SyntaxNode list = call.child("arguments").orElse(call);
        String open = list.text().length() > 1 ? list.text().substring(0, list.text().length() - 1) : "(";
        if (tongue == Tongue.PYTHON && name.matches("sorted|sort|most_common")) {
            boolean has = list.text().contains("reverse");
            for (SyntaxNode arg : args) {
                if (arg.textOf("name").equals("reverse")) {
                    String comma = ", " + arg.text();
                    scene.replace(file, list, list.text().replace(comma, "").replace(arg.text(), ""), "sort-order", 0.4 * scale, "the order is the wrong way round");
                }
            }
            if (!has && !name.equals("most_common")) {
                scene.replace(file, list, open + (args.isEmpty() ? "" : ", ") + "reverse=True)", "sort-order", 0.36 * scale, "the order is the wrong way round");
            }
        }
        if (tongue == Tongue.NODE && name.matches("sort|toSorted")) {
            if (args.isEmpty()) {
                scene.replace(file, list, "((a, b) => a - b)", "sort-order", 0.62 * scale, "without a comparison numbers are sorted as texts");
                scene.replace(file, list, "((a, b) => b - a)", "sort-order", 0.44 * scale, "without a comparison numbers are sorted as texts");
            }
            String object = function.textOf("object");
            if (!object.startsWith("[...")) {
                scene.replace(file, function, "[..." + object + "]." + name, "copy", 0.34 * scale, "the caller's own list is sorted");
            }
        }
    }

    /** Arguments a function of our own could be handed besides; other functions of our own with as many parameters. */
    private void own(SyntaxNode call, SyntaxNode function, double scale) {
        if (!function.is("identifier")) {
            return;
        }
        Set<String> others = new LinkedHashSet<>();
        for (SyntaxNode made : file.root().all("function_definition", "function_declaration")) {
            boolean top = made.above(tongue::function).isEmpty();
            if (top && !made.textOf("name").equals(function.text())) {
                others.add(made.textOf("name"));
            }
        }
        others.stream().limit(8).forEach(other -> scene.replace(file, function, other, "function", 0.14 * scale, other + " is meant instead of " + function.text()));
    }

    private void prepared(SyntaxNode call, String name, SyntaxNode arg, double scale) {
        if (arg.is("string", "keyword_argument", "arrow_function", "lambda") || tongue.number(arg)) {
            return;
        }
        if (tongue == Tongue.PYTHON && name.matches("append|add|insert")) {
            scene.replace(file, arg, "list(" + arg.text() + ")", "copy", 0.36 * scale, "the same list is kept that changes later");
            scene.replace(file, arg, "dict(" + arg.text() + ")", "copy", 0.26 * scale, "the same dict is kept that changes later");
        }
        if (tongue == Tongue.NODE && name.equals("push")) {
            scene.replace(file, arg, "[..." + arg.text() + "]", "copy", 0.3 * scale, "the same list is kept that changes later");
            scene.replace(file, arg, "..." + arg.text(), "spread", 0.34 * scale, "the elements are wanted, not the list");
        }
        boolean known = call.child("function").filter(function -> function.is("identifier")).isPresent();
        if (known && file.root().all("function_definition", "function_declaration").stream().anyMatch(made -> made.textOf("name").equals(name))) {
            for (String change : List.of(" - 1", " + 1")) {
                scene.replace(file, arg, arg.text() + change, "off-by-one", 0.26 * scale, "the argument is off by one");
            }
        }
    }
}
