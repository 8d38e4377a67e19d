package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/** Values of the wrong type and calls with the wrong arguments: TypeError. */
final class PythonTypeRules implements ScriptRule {

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
                PythonElementRules.iterated(scene, file, arg, said);
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
}
