package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names nobody has defined: NameError. */
final class PythonNameRules implements ScriptRule {
    private static final Pattern NAME = Pattern.compile("(?s).*?(?:name|variable) '(\\w{1,80})'.*");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("NameError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        Matcher name = NAME.matcher(scene.fault().message());
        if (depth == 0 && name.matches()) {
            name(scene, file, line, name.group(1));
        }
    }

    private static void name(ScriptScene scene, ScriptFile file, int line, String name) {
        Set<String> known =
                new LinkedHashSet<>(file.functionAt(line).map(file::names).orElse(Set.of()));
        known.addAll(file.topNames());
        known.addAll(PythonLibrary.BUILTIN);
        String said = scene.fault().message();
        Matcher meant = PythonLibrary.MEANT.matcher(said);
        Optional<String> hint = meant.find() ? Optional.of(meant.group(1)) : Optional.empty();
        Map<String, String> words = Map.of(
                "true",
                "True",
                "false",
                "False",
                "null",
                "None",
                "undefined",
                "None",
                "xrange",
                "range",
                "raw_input",
                "input",
                "unicode",
                "str",
                "nil",
                "None");
        for (SyntaxNode node : file.at(line)) {
            if (!node.is("identifier")
                    || !node.text().equals(name)
                    || node.field().equals("attribute")) {
                continue;
            }
            hint.ifPresent(
                    near -> scene.replace(file, node, near, "nearest-name", 0.93, "Python itself names " + near));
            Optional.ofNullable(words.get(name))
                    .ifPresent(word -> scene.replace(file, node, word, "python-word", 0.97, "in Python it is " + word));
            Nearness.of(name, known)
                    .forEach(near -> scene.replace(
                            file, node, near, "nearest-name", 0.9, "the name nearest to " + name + " is " + near));
            if (file.text().contains("self." + name)) {
                scene.replace(file, node, "self." + name, "self", 0.9, name + " is an attribute of the object");
            }
            file.names(file.functionAt(line).orElse(file.root()))
                    .forEach(other -> scene.replace(file, node, other, "variable", 0.3, other + " may be meant"));
            List<SyntaxNode> other = scene.sources().stream()
                    .filter(each -> each != file)
                    .flatMap(each -> each.root().parts().stream())
                    .toList();
            if (PythonLibrary.FROM.containsKey(name)) {
                PythonImports.importing(
                        scene,
                        file,
                        "from " + PythonLibrary.FROM.get(name) + " import " + name,
                        name,
                        name.equals("datetime") && file.text().contains("datetime.datetime") ? 0.5 : 0.95);
            }
            if (PythonLibrary.STANDARD.contains(name)) {
                PythonImports.importing(
                        scene,
                        file,
                        "import " + name,
                        name,
                        name.equals("datetime") && !file.text().contains("datetime.datetime") ? 0.8 : 0.96);
            }
            elsewhere(scene, file, name, other);
        }
    }

    private static void elsewhere(ScriptScene scene, ScriptFile file, String name, List<SyntaxNode> tops) {
        for (SyntaxNode top : tops) {
            SyntaxNode made = top.child("definition").orElse(top);
            if (made.is("import_from_statement", "import_statement")
                    && made.all("identifier").stream()
                            .anyMatch(each -> each.text().equals(name))) {
                boolean single = made.all("dotted_name").size() <= 2;
                if (single && !made.text().contains("from .")) {
                    PythonImports.importing(scene, file, made.text(), name, 0.9);
                }
            } else if (made.textOf("name").equals(name)) {
                scene.sources().stream()
                        .filter(each -> each.root().parts().contains(top))
                        .findFirst()
                        .ifPresent(each -> PythonImports.importing(
                                scene,
                                file,
                                "from " + PythonImports.moduleName(file, each) + " import " + name,
                                name,
                                0.92));
            }
        }
    }
}
