package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of the wrong type and calls with the wrong arguments: TypeError. */
final class PythonTypeRules implements ScriptRule {
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
        if (depth > 0) {
            return;
        }
        String said = scene.fault().message();
        arguments(scene, file, line, said);
        for (SyntaxNode node : file.at(line)) {
            if (said.contains("coroutine")
                    && file.tongue().call(node)
                    && node.parent().filter(up -> up.is("await")).isEmpty()) {
                await(scene, file, node);
            }
            if (node.is("binary_operator", "comparison_operator", "augmented_assignment")) {
                operands(scene, file, node, said);
            } else if (node.is("call")) {
                call(scene, file, node, said);
            } else if (node.is("subscript")) {
                subscript(scene, file, node, said);
            } else if (node.is("for_statement", "for_in_clause")) {
                node.child("right").ifPresent(over -> iterated(scene, file, over, said));
            } else if (node.is("identifier", "attribute", "subscript")) {
                continue;
            }
        }
        if (said.contains("coroutine")) {
            for (SyntaxNode name : file.at(line)) {
                if (name.is("identifier")) {
                    await(scene, file, name);
                }
            }
        }
    }

    /** Waits for a coroutine: the call itself, or the one that a variable was made from. */
    static void await(ScriptScene scene, ScriptFile file, SyntaxNode value) {
        if (file.tongue().call(value)) {
            boolean inner = value.parent()
                    .filter(up -> up.is("attribute", "subscript", "member_expression", "subscript_expression"))
                    .isPresent();
            scene.replace(
                    file,
                    value,
                    inner ? "(await " + value.text() + ")" : "await " + value.text(),
                    "await",
                    0.94,
                    "its result is never waited for");
            return;
        }
        SyntaxNode scope = file.function(value).orElse(file.root());
        for (SyntaxNode made : scope.all("assignment", "variable_declarator")) {
            SyntaxNode name = made.child("left").or(() -> made.child("name")).orElse(made);
            Optional<SyntaxNode> right = made.child("right").or(() -> made.child("value"));
            if (name.text().equals(value.text())
                    && right.filter(file.tongue()::call).isPresent()) {
                await(scene, file, right.get());
            }
        }
    }

    private static void operands(ScriptScene scene, ScriptFile file, SyntaxNode node, String said) {
        List<SyntaxNode> parts = node.parts();
        if (parts.size() != 2) {
            return;
        }
        boolean concatenated = said.startsWith("can only concatenate") || said.startsWith("must be str");
        boolean mixed = said.contains("'str'") && (said.contains("'int'") || said.contains("'float'"));
        boolean text = parts.stream()
                .anyMatch(part -> part.is("string", "concatenated_string")
                        || part.text().startsWith("f\"")
                        || part.all("string").size() > 0 && part.is("binary_operator"));
        for (SyntaxNode part : parts) {
            boolean left = part == parts.get(0) && node.is("augmented_assignment");
            if (!left && (concatenated || mixed) && !part.is("string")) {
                scene.replace(
                        file,
                        part,
                        "str(" + part.text() + ")",
                        "to-text",
                        (text ? 0.9 : 0.5) - (file.tongue().number(part) ? 0.2 : 0),
                        "a number is joined to a text");
            }
            if (!left && mixed && !file.tongue().number(part) && !text) {
                scene.replace(file, part, "int(" + part.text() + ")", "to-number", 0.78, "a text is calculated with");
                scene.replace(file, part, "float(" + part.text() + ")", "to-number", 0.7, "a text is calculated with");
                origin(scene, file, part);
            }
            if (!left && said.contains("Decimal")) {
                scene.replace(
                        file,
                        part,
                        "Decimal(str(" + part.text() + "))",
                        "to-decimal",
                        0.8,
                        "a float is calculated with a Decimal");
            }
            if (!left && said.contains("\"list\"") || said.contains("tuple") && said.contains("list")) {
                scene.replace(file, part, "list(" + part.text() + ")", "to-list", 0.75, "a tuple is joined to a list");
                scene.replace(file, part, "tuple(" + part.text() + ")", "to-list", 0.6, "a list is joined to a tuple");
            }
            if (!left && said.contains("list") && said.contains("concatenate")) {
                scene.replace(file, part, "[" + part.text() + "]", "to-list", 0.8, "one element is joined to a list");
            }
        }
    }

    /** A number as text should become one where it is read. */
    private static void origin(ScriptScene scene, ScriptFile file, SyntaxNode part) {
        SyntaxNode scope = file.function(part).orElse(file.root());
        for (SyntaxNode made : scope.all("assignment")) {
            if (made.textOf("left").equals(part.text()) && made.start() < part.start()) {
                made.child("right")
                        .ifPresent(right -> scene.replace(
                                file,
                                right,
                                "int(" + right.text() + ")",
                                "to-number",
                                0.8,
                                part.text() + " is read as a text"));
            }
        }
    }

    private static void call(ScriptScene scene, ScriptFile file, SyntaxNode node, String said) {
        SyntaxNode function = node.child("function").orElse(node);
        List<SyntaxNode> args = Arguments.of(node);
        if (said.contains("object is not callable")) {
            scene.replace(
                    file, node, function.text(), "no-call", 0.75, function.text() + " is a value, not a function");
            if (args.size() == 1) {
                scene.replace(
                        file,
                        node,
                        function.text() + "[" + args.get(0).text() + "]",
                        "index-not-call",
                        0.7,
                        function.text() + " is indexed, not called");
            }
        }
        for (SyntaxNode arg : args) {
            if (said.contains("unhashable type: 'list'")) {
                scene.replace(file, arg, "tuple(" + arg.text() + ")", "hashable", 0.85, "a list cannot be a key");
            } else if (said.contains("unhashable type: 'set'")) {
                scene.replace(file, arg, "frozenset(" + arg.text() + ")", "hashable", 0.85, "a set cannot be a key");
            } else if (said.contains("unhashable type: 'dict'")) {
                scene.replace(
                        file,
                        arg,
                        "tuple(sorted(" + arg.text() + ".items()))",
                        "hashable",
                        0.8,
                        "a dict cannot be a key");
            } else if (said.contains("expected str instance") && function.text().endsWith(".join")) {
                scene.replace(file, arg, "map(str, " + arg.text() + ")", "to-text", 0.9, "what is joined must be text");
            } else if (said.contains("has no len()") || said.contains("not reversible")) {
                scene.replace(file, arg, "list(" + arg.text() + ")", "to-list", 0.85, arg.text() + " has no length");
            } else if (said.contains("object is not iterable")) {
                iterated(scene, file, arg, said);
            } else if (said.contains("NoneType") && function.text().matches("int|float|len")) {
                scene.replace(
                        file,
                        arg,
                        arg.text() + (function.text().equals("len") ? " or []" : " or 0"),
                        "value-or",
                        0.6,
                        arg.text() + " may be None");
            }
        }
        if (said.contains("not JSON serializable") && function.text().matches("json\\.dumps?|dumps?")) {
            boolean set = said.contains("set");
            String last = args.get(args.size() - 1).text();
            scene.replace(
                    file,
                    args.get(args.size() - 1),
                    last + ", default=" + (set ? "list" : "str"),
                    "json-default",
                    0.8,
                    "JSON does not know such values");
            scene.replace(
                    file,
                    args.get(args.size() - 1),
                    last + ", default=" + (set ? "sorted" : "float"),
                    "json-default",
                    0.6,
                    "JSON does not know such values");
        }
    }

    private static void subscript(ScriptScene scene, ScriptFile file, SyntaxNode node, String said) {
        SyntaxNode value = node.child("value").orElse(node);
        SyntaxNode index = node.child("subscript").orElse(node);
        if (said.contains("not subscriptable")) {
            if (said.contains("method") || said.contains("function")) {
                scene.replace(
                        file,
                        value,
                        value.text() + "()",
                        "call-it",
                        0.94,
                        "the function itself is used, not what it gives back");
            } else {
                scene.replace(file, value, "list(" + value.text() + ")", "to-list", 0.85, value.text() + " is no list");
                scene.replace(
                        file,
                        node,
                        value.text() + "." + index.text().replaceAll("[\"']", ""),
                        "attribute-not-item",
                        0.7,
                        "an object has attributes, not items");
            }
        }
        if (said.contains("indices must be integers") || said.contains("slice indices")) {
            for (SyntaxNode part : index.is("slice") ? index.parts() : List.of(index)) {
                scene.replace(
                        file, part, "int(" + part.text() + ")", "to-number", 0.75, "an index must be a whole number");
                for (SyntaxNode division : part.all("binary_operator")) {
                    whole(scene, file, division);
                }
            }
            madeFrom(scene, file, index);
        }
        if (said.contains("unhashable")) {
            String wrap = said.contains("'set'") ? "frozenset" : "tuple";
            scene.replace(file, index, wrap + "(" + index.text() + ")", "hashable", 0.86, "it cannot be a key");
        }
        if (said.contains("'tuple' object does not support item assignment")) {
            SyntaxNode scope = file.function(node).orElse(file.root());
            for (SyntaxNode made : scope.all("assignment")) {
                if (made.textOf("left").equals(value.text())) {
                    made.child("right")
                            .ifPresent(right -> scene.replace(
                                    file,
                                    right,
                                    "list(" + right.text() + ")",
                                    "to-list",
                                    0.85,
                                    "a tuple cannot be changed"));
                }
            }
        }
    }

    private static void madeFrom(ScriptScene scene, ScriptFile file, SyntaxNode index) {
        SyntaxNode scope = file.function(index).orElse(file.root());
        for (SyntaxNode made : scope.all("assignment")) {
            if (made.textOf("left").equals(index.text())) {
                made.all("binary_operator").forEach(division -> whole(scene, file, division));
            }
        }
    }

    static void whole(ScriptScene scene, ScriptFile file, SyntaxNode division) {
        if (file.tongue().operator(division).equals("/")) {
            scene.replace(
                    file,
                    division,
                    division.textOf("left") + " // " + division.textOf("right"),
                    "whole-division",
                    0.94,
                    "a whole number is wanted");
        }
    }

    private static void iterated(ScriptScene scene, ScriptFile file, SyntaxNode over, String said) {
        if (said.contains("'int' object")) {
            scene.replace(file, over, "range(" + over.text() + ")", "range", 0.88, "a number is counted to");
        }
        if (said.contains("method") || said.contains("function")) {
            scene.replace(
                    file,
                    over,
                    over.text() + "()",
                    "call-it",
                    0.94,
                    "the function itself is used, not what it gives back");
        }
        if (said.contains("NoneType")) {
            scene.replace(file, over, over.text() + " or []", "value-or", 0.6, over.text() + " may be None");
        }
        scene.replace(file, over, "[" + over.text() + "]", "to-list", 0.4, "one is run over as if there were many");
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
