package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls with the wrong arguments: TypeError. */
final class PythonArgumentRules implements ScriptRule {
    private static final Pattern MISSING =
            Pattern.compile("(?s)(?:\\w+\\.)*(\\w+)\\(\\) missing \\d+ required .*?argument.*?: '(\\w+)'.*");
    private static final Pattern UNEXPECTED =
            Pattern.compile("(?s)(?:\\w+\\.)*(\\w+)\\(\\) got an unexpected keyword argument '(\\w+)'.*");
    private static final Pattern TOO_MANY = Pattern.compile(
            "(?s)(?:\\w+\\.)*(\\w+)\\(\\) takes (?:from \\d+ to )?(\\d+) positional arguments? but (\\d+) .*");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("TypeError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        if (depth == 0) {
            arguments(scene, file, line, scene.fault().message());
        }
    }

    private static void arguments(ScriptScene scene, ScriptFile file, int line, String said) {
        Matcher missing = MISSING.matcher(said);
        Matcher unexpected = UNEXPECTED.matcher(said);
        Matcher many = TOO_MANY.matcher(said);
        if (missing.matches()) {
            missing(scene, file, line, missing.group(1), missing.group(2));
        } else if (unexpected.matches()) {
            for (SyntaxNode arg : file.at(line)) {
                if (arg.is("keyword_argument") && arg.textOf("name").equals(unexpected.group(2))) {
                    Set<String> known = new java.util.LinkedHashSet<>();
                    definitions(scene, unexpected.group(1)).forEach(made -> known.addAll(Parameters.of(made.node())));
                    SyntaxNode name = arg.child("name").orElse(arg);
                    Nearness.of(name.text(), known)
                            .forEach(near -> scene.replace(
                                    file, name, near, "nearest-argument", 0.92, "the argument is called " + near));
                    known.forEach(each ->
                            scene.replace(file, name, each, "nearest-argument", 0.5, "the argument is called " + each));
                }
            }
        } else if (many.matches()) {
            for (Made made : definitions(scene, many.group(1))) {
                boolean method = made.node()
                        .above(up -> up.is("class_definition", "function_definition"))
                        .filter(up -> up.is("class_definition"))
                        .isPresent();
                List<String> names = Parameters.of(made.node());
                if (method && !names.contains("self") && !names.contains("cls")) {
                    made.node()
                            .child("parameters")
                            .ifPresent(list -> scene.replace(
                                    made.file(),
                                    list,
                                    list.text().equals("()")
                                            ? "(self)"
                                            : "(self, " + list.text().substring(1),
                                    "self",
                                    0.94,
                                    "a method is handed its object"));
                }
            }
        }
    }

    /** A definition with the file it is in. */
    record Made(ScriptFile file, SyntaxNode node) {}

    static List<Made> definitions(ScriptScene scene, String name) {
        String wanted = name.equals("__init__") ? "__init__" : name;
        return scene.sources().stream()
                .flatMap(file ->
                        file.root().all("function_definition", "function_declaration", "method_definition").stream()
                                .filter(node -> node.textOf("name").equals(wanted))
                                .map(node -> new Made(file, node)))
                .limit(20)
                .toList();
    }

    private static void missing(ScriptScene scene, ScriptFile file, int line, String function, String name) {
        for (SyntaxNode call : file.at(line)) {
            if (!call.is("call")) {
                continue;
            }
            SyntaxNode list = call.child("arguments").orElse(call);
            Set<String> names = file.names(file.function(call).orElse(file.root()));
            String open = list.text().substring(0, Math.max(0, list.text().length() - 1));
            String comma = list.parts().isEmpty() ? "" : ", ";
            for (String each : names) {
                double prior = each.equals(name) ? 0.92 : Nearness.far(each, name) < 2 ? 0.75 : 0.35;
                boolean handed =
                        list.parts().stream().anyMatch(arg -> arg.text().equals(each));
                if (!handed) {
                    scene.replace(
                            file,
                            list,
                            open + comma + (each.equals(name) ? each : name + "=" + each) + ")",
                            "add-argument",
                            prior,
                            name + " is not handed on");
                }
            }
            scene.replace(
                    file,
                    list,
                    open + comma + "self." + name + ")",
                    "add-argument",
                    file.text().contains("self." + name) ? 0.85 : 0.1,
                    name + " is not handed on");
            scene.replace(file, list, open + comma + name + "=None)", "add-argument", 0.3, name + " is not handed on");
            if (call.textOf("function").matches("[A-Z]\\w*\\." + Pattern.quote(function))) {
                SyntaxNode type =
                        call.child("function").flatMap(f -> f.child("object")).orElse(call);
                scene.replace(
                        file,
                        type,
                        type.text() + "()",
                        "instance",
                        0.6,
                        "the method is called on the class, not on an object");
            }
        }
        for (Made made : definitions(scene, function)) {
            for (SyntaxNode parameter :
                    made.node().child("parameters").map(SyntaxNode::parts).orElse(List.of())) {
                if (parameter.text().equals(name)) {
                    scene.add(
                            List.of(new TextEdit(
                                    made.file().path(), parameter.start(), parameter.end(), name + "=None")),
                            "default-argument",
                            0.35,
                            false,
                            name + " may be left out");
                }
            }
        }
    }
}
