package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names nobody has defined: NameError, UnboundLocalError, ImportError, ModuleNotFoundError. */
final class PythonNameRules implements ScriptRule {
    private static final Pattern NAME = Pattern.compile("(?s).*?(?:name|variable) '(\\w{1,80})'.*");
    private static final Pattern MODULE = Pattern.compile("(?s)No module named '([\\w.]{1,120})'.*");
    private static final Pattern IMPORT = Pattern.compile("(?s)cannot import name '(\\w{1,80})' from (?:partially initialized module )?'([\\w.]{1,120})'.*");
    private static final Pattern MEANT = Pattern.compile("Did you mean: '([\\w.]{1,80})'");
    private static final Map<String, String> FROM = Map.ofEntries(
            Map.entry("defaultdict", "collections"), Map.entry("Counter", "collections"), Map.entry("OrderedDict", "collections"),
            Map.entry("deque", "collections"), Map.entry("namedtuple", "collections"), Map.entry("datetime", "datetime"),
            Map.entry("timedelta", "datetime"), Map.entry("date", "datetime"), Map.entry("timezone", "datetime"), Map.entry("Path", "pathlib"),
            Map.entry("Decimal", "decimal"), Map.entry("dataclass", "dataclasses"), Map.entry("field", "dataclasses"), Map.entry("Optional", "typing"),
            Map.entry("List", "typing"), Map.entry("Dict", "typing"), Map.entry("Any", "typing"), Map.entry("Enum", "enum"), Map.entry("wraps", "functools"),
            Map.entry("reduce", "functools"), Map.entry("partial", "functools"), Map.entry("lru_cache", "functools"), Map.entry("chain", "itertools"),
            Map.entry("groupby", "itertools"), Map.entry("sqrt", "math"), Map.entry("ceil", "math"), Map.entry("floor", "math"), Map.entry("sleep", "time"),
            Map.entry("uuid4", "uuid"), Map.entry("deepcopy", "copy"), Map.entry("contextmanager", "contextlib"), Map.entry("StringIO", "io"), Map.entry("urlparse", "urllib.parse"));
    private static final Set<String> STANDARD = Set.of("os", "sys", "re", "json", "math", "time", "random", "datetime", "collections", "itertools", "functools",
            "logging", "string", "copy", "csv", "io", "uuid", "hashlib", "base64", "decimal", "statistics", "operator", "pathlib", "shutil", "subprocess",
            "tempfile", "threading", "asyncio", "socket", "struct", "pickle", "glob", "heapq", "bisect", "textwrap", "traceback", "types", "typing", "urllib",
            "secrets", "enum", "inspect", "contextlib", "argparse", "calendar", "html", "queue", "signal", "sqlite3", "ssl", "unicodedata", "warnings", "weakref", "zlib");
    private static final Set<String> BUILTIN = Set.of("len", "range", "print", "sorted", "sum", "min", "max", "enumerate", "zip", "isinstance", "list", "dict", "set",
            "tuple", "str", "int", "float", "bool", "abs", "round", "any", "all", "map", "filter", "open", "reversed", "input", "True", "False", "None",
            "ValueError", "KeyError", "TypeError", "IndexError", "RuntimeError", "Exception");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("NameError", "UnboundLocalError", "ImportError", "ModuleNotFoundError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        if (depth > 0) {
            return;
        }
        String said = scene.fault().message();
        Matcher name = NAME.matcher(said);
        Matcher module = MODULE.matcher(said);
        Matcher member = IMPORT.matcher(said);
        if (scene.fault().is("UnboundLocalError") && name.matches()) {
            unbound(scene, file, line, name.group(1));
        } else if (scene.fault().is("NameError") && name.matches()) {
            name(scene, file, line, name.group(1));
        } else if (module.matches()) {
            module(scene, file, line, module.group(1));
        } else if (member.matches()) {
            member(scene, file, line, member.group(1), member.group(2));
        }
    }

    private static void name(ScriptScene scene, ScriptFile file, int line, String name) {
        Set<String> known = new LinkedHashSet<>(file.functionAt(line).map(file::names).orElse(Set.of()));
        known.addAll(file.topNames());
        known.addAll(BUILTIN);
        String said = scene.fault().message();
        Matcher meant = MEANT.matcher(said);
        Optional<String> hint = meant.find() ? Optional.of(meant.group(1)) : Optional.empty();
        Map<String, String> words = Map.of("true", "True", "false", "False", "null", "None", "undefined", "None", "xrange", "range", "raw_input", "input", "unicode", "str", "nil", "None");
        for (SyntaxNode node : file.at(line)) {
            if (!node.is("identifier") || !node.text().equals(name) || node.field().equals("attribute")) {
                continue;
            }
            hint.ifPresent(near -> scene.replace(file, node, near, "nearest-name", 0.93, "Python itself names " + near));
            Optional.ofNullable(words.get(name)).ifPresent(word -> scene.replace(file, node, word, "python-word", 0.97, "in Python it is " + word));
            Nearness.of(name, known).forEach(near -> scene.replace(file, node, near, "nearest-name", 0.9, "the name nearest to " + name + " is " + near));
            if (file.text().contains("self." + name)) {
                scene.replace(file, node, "self." + name, "self", 0.9, name + " is an attribute of the object");
            }
            file.names(file.functionAt(line).orElse(file.root())).forEach(other -> scene.replace(file, node, other, "variable", 0.3, other + " may be meant"));
            List<SyntaxNode> other = scene.sources().stream().filter(each -> each != file).flatMap(each -> each.root().parts().stream()).toList();
            if (FROM.containsKey(name)) {
                importing(scene, file, "from " + FROM.get(name) + " import " + name, name, name.equals("datetime") && file.text().contains("datetime.datetime") ? 0.5 : 0.95);
            }
            if (STANDARD.contains(name)) {
                importing(scene, file, "import " + name, name, name.equals("datetime") && !file.text().contains("datetime.datetime") ? 0.8 : 0.96);
            }
            elsewhere(scene, file, name, other);
        }
    }

    private static void elsewhere(ScriptScene scene, ScriptFile file, String name, List<SyntaxNode> tops) {
        for (SyntaxNode top : tops) {
            SyntaxNode made = top.child("definition").orElse(top);
            if (made.is("import_from_statement", "import_statement") && made.all("identifier").stream().anyMatch(each -> each.text().equals(name))) {
                boolean single = made.all("dotted_name").size() <= 2;
                if (single && !made.text().contains("from .")) {
                    importing(scene, file, made.text(), name, 0.9);
                }
            } else if (made.textOf("name").equals(name)) {
                scene.sources().stream().filter(each -> each.root().parts().contains(top)).findFirst().ifPresent(each ->
                        importing(scene, file, "from " + moduleName(file, each) + " import " + name, name, 0.92));
            }
        }
    }

    /** How one file names another's module: by its package where both share one. */
    private static String moduleName(ScriptFile from, ScriptFile to) {
        String folder = from.path().contains("/") ? from.path().substring(0, from.path().lastIndexOf('/') + 1) : "";
        String stem = to.path().replaceFirst("\\.py$", "").replaceFirst("^src/", "");
        String name = stem.replace('/', '.');
        boolean relative = from.text().contains("from .");
        boolean same = to.path().startsWith(folder) && to.path().indexOf('/', folder.length()) < 0;
        boolean flat = same && !from.text().contains("from " + folder.replaceFirst("^src/", "").replace('/', '.')) && !folder.isEmpty() && !relative;
        String last = stem.substring(stem.lastIndexOf('/') + 1);
        return relative && same ? "." + last : flat && !from.text().contains("import " + name) ? name : name;
    }

    private static void importing(ScriptScene scene, ScriptFile file, String line, String name, double prior) {
        scene.add(List.of(new TextEdit(file.path(), importPlace(file), importPlace(file), line + "\n")), "import", prior, false, name + " is not imported");
    }

    /** The offset before the first import, or behind the module's documentation. */
    private static int importPlace(ScriptFile file) {
        for (SyntaxNode node : file.root().parts()) {
            boolean text = node.is("expression_statement") && node.text().matches("(?s)[\"'].*");
            boolean future = node.is("future_import_statement");
            if (!text && !future) {
                return file.lineStart(node);
            }
        }
        return 0;
    }

    /** Proposes an edit together with an import that it needs, where the file lacks that. */
    static void withImport(ScriptScene scene, ScriptFile file, String module, TextEdit edit, String operator, double prior, String why) {
        List<TextEdit> edits = new ArrayList<>(List.of(edit));
        if (!module.isEmpty() && !file.topNames().contains(module)) {
            edits.add(0, new TextEdit(file.path(), importPlace(file), importPlace(file), "import " + module + "\n"));
        }
        scene.add(edits, operator, prior, false, why);
    }

    private static void unbound(ScriptScene scene, ScriptFile file, int line, String name) {
        Optional<SyntaxNode> function = file.functionAt(line);
        if (function.isEmpty()) {
            return;
        }
        SyntaxNode body = function.get().child("body").orElse(function.get());
        List<SyntaxNode> statements = body.parts();
        if (file.topNames().contains(name) && !statements.isEmpty()) {
            scene.before(file, statements.get(0), "global " + name, "global", 0.92, false, name + " is the module's, and is assigned here");
        }
        Optional<SyntaxNode> outer = function.get().above(file.tongue()::function);
        if (outer.filter(around -> file.names(around).contains(name)).isPresent()) {
            scene.before(file, statements.get(0), "nonlocal " + name, "nonlocal", 0.93, false, name + " is the outer function's, and is assigned here");
        }
        Set<String> values = initial(file, function.get(), name);
        for (SyntaxNode statement : statements) {
            boolean first = statement.all("identifier").stream().anyMatch(each -> each.text().equals(name));
            if (first) {
                boolean nothing = Idioms.saysNothing(function.get(), file.tongue());
                double prior = nothing ? 0.6 : 0.86;
                for (String value : values) {
                    scene.before(file, statement, name + " = " + value, "initialise", nothing && value.equals("None") ? 0.93 : prior, false, name + " is not set on every way");
                    prior *= 0.9;
                }
                break;
            }
        }
        Set<String> known = new LinkedHashSet<>(file.names(function.get()));
        for (SyntaxNode node : file.at(line)) {
            if (node.is("identifier") && node.text().equals(name)) {
                Nearness.of(name, known).forEach(near -> scene.replace(file, node, near, "nearest-name", 0.8, near + " may be meant"));
            }
        }
    }

    private static Set<String> initial(ScriptFile file, SyntaxNode function, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (SyntaxNode node : function.all("augmented_assignment")) {
            if (node.textOf("left").equals(name)) {
                String right = node.textOf("right");
                values.add(right.startsWith("[") ? "[]" : right.matches("f?[\"'].*") ? "\"\"" : file.tongue().operator(node).startsWith("*") ? "1" : "0");
            }
        }
        for (SyntaxNode node : function.all("assignment")) {
            if (node.textOf("left").equals(name)) {
                SyntaxNode right = node.child("right").orElse(node);
                String text = right.text();
                values.add(right.is("true", "false") ? (right.is("true") ? "False" : "True") : right.is("list", "list_comprehension") ? "[]" : right.is("dictionary") ? "{}"
                        : right.is("string") ? "\"\"" : file.tongue().number(right) || file.tongue().arithmetic(right) ? "0" : "None");
                if (right.all("identifier").isEmpty() && text.length() < 40) {
                    values.add(text);
                }
            }
        }
        if (function.text().matches("(?s).*\\b" + name + "\\.append.*")) {
            values.add("[]");
        }
        values.addAll(List.of("None", "0", "[]"));
        return values;
    }

    private static void module(ScriptScene scene, ScriptFile file, int line, String wanted) {
        Set<String> local = new LinkedHashSet<>();
        for (ScriptFile each : scene.sources()) {
            String stem = each.path().replaceFirst("\\.py$", "").replaceFirst("/__init__$", "").replaceFirst("^src/", "");
            local.add(stem.replace('/', '.'));
            local.add(stem.substring(stem.lastIndexOf('/') + 1));
        }
        String leaf = wanted.substring(wanted.lastIndexOf('.') + 1);
        for (SyntaxNode node : file.at(line)) {
            if (!node.is("dotted_name", "relative_import") || !node.text().endsWith(leaf)) {
                continue;
            }
            for (String near : Nearness.of(wanted, local)) {
                scene.replace(file, node, near, "nearest-module", 0.93, "the module is called " + near);
            }
            for (String near : Nearness.of(leaf, local)) {
                String whole = node.text().substring(0, node.text().length() - leaf.length()) + near;
                scene.replace(file, node, whole, "nearest-module", 0.9, "the module is called " + near);
            }
            for (String each : local) {
                if (each.endsWith("." + wanted) || each.endsWith("." + leaf)) {
                    scene.replace(file, node, each, "whole-module", 0.9, "the module lies in a package");
                }
            }
            Nearness.of(wanted, STANDARD).forEach(near -> scene.replace(file, node, near, "nearest-module", 0.85, "the module is called " + near));
        }
    }

    private static void member(ScriptScene scene, ScriptFile file, int line, String name, String module) {
        Set<String> known = new LinkedHashSet<>();
        String leaf = module.substring(module.lastIndexOf('.') + 1) + ".py";
        scene.sources().stream().filter(each -> each.path().endsWith(leaf)).forEach(each -> known.addAll(each.topNames()));
        known.addAll(FROM.keySet());
        Matcher meant = MEANT.matcher(scene.fault().message());
        if (meant.find()) {
            known.add(meant.group(1));
        }
        for (String near : Nearness.of(name, known)) {
            List<TextEdit> edits = new ArrayList<>();
            for (SyntaxNode node : file.root().all("identifier")) {
                if (node.text().equals(name)) {
                    edits.add(new TextEdit(file.path(), node.start(), node.end(), near));
                }
            }
            scene.add(edits, "nearest-member", 0.93, false, module + " calls it " + near);
        }
        for (ScriptFile each : scene.sources()) {
            if (each.topNames().contains(name) && each != file) {
                for (SyntaxNode node : file.at(line)) {
                    if (node.field().equals("module_name")) {
                        scene.replace(file, node, moduleName(file, each), "right-module", 0.9, name + " is defined in " + each.path());
                    }
                }
            }
        }
    }
}
