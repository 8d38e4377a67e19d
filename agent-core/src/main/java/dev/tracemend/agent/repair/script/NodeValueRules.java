package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;

/** Constants that are assigned, texts and numbers that cannot be read, waiting where nothing waits, in JavaScript. */
final class NodeValueRules implements ScriptRule {
    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.NODE;
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        String said = scene.fault().message();
        if (said.startsWith("Assignment to constant variable")) {
            constant(scene, file, line);
        } else if (said.contains("JSON")) {
            json(scene, file, line);
        } else if (scene.fault().is("RangeError")) {
            range(scene, file, line);
        } else if (said.contains("BigInt")) {
            file.at(line).stream()
                    .filter(file.tongue()::number)
                    .forEach(node -> scene.replace(
                            file,
                            node,
                            node.text() + "n",
                            "big-number",
                            0.8,
                            "a big number is mixed with a plain one"));
        }
        if (scene.fault().is("SyntaxError") && said.contains("await is only valid")) {
            file.functionAt(line)
                    .ifPresent(around -> scene.add(
                            List.of(new TextEdit(file.path(), around.start(), around.start(), "async ")),
                            "async",
                            0.93,
                            false,
                            "it waits, so it is async"));
        }
    }

    private static void constant(ScriptScene scene, ScriptFile file, int line) {
        for (SyntaxNode node : file.at(line)) {
            String name = node.is("assignment_expression", "augmented_assignment_expression")
                    ? node.textOf("left")
                    : node.is("update_expression") ? node.textOf("argument") : "";
            for (SyntaxNode made :
                    name.isEmpty() ? List.<SyntaxNode>of() : file.root().all("lexical_declaration")) {
                boolean declares = made.all("variable_declarator").stream()
                        .anyMatch(each -> each.textOf("name").equals(name));
                if (declares && made.text().startsWith("const")) {
                    scene.add(
                            List.of(new TextEdit(file.path(), made.start(), made.start() + 5, "let")),
                            "let",
                            0.95,
                            false,
                            name + " is assigned again");
                }
            }
        }
    }

    private static void json(ScriptScene scene, ScriptFile file, int line) {
        for (SyntaxNode node : file.at(line)) {
            List<SyntaxNode> args = Arguments.of(node);
            if (node.textOf("function").equals("JSON.parse") && !args.isEmpty()) {
                String text = args.get(0).text();
                scene.replace(file, args.get(0), text + " || '{}'", "empty-json", 0.7, "the text may be empty");
                scene.replace(file, args.get(0), text + " || '[]'", "empty-json", 0.55, "the text may be empty");
                Idioms.guard(scene, file, node, "!" + text, 0.76, false, text + " may be empty");
                Idioms.guard(
                        scene,
                        file,
                        node,
                        "!" + text + " || !" + text + ".trim()",
                        0.74,
                        false,
                        text + " may be blank");
                scene.replace(
                        file,
                        args.get(0),
                        text + ".replace(/^\\uFEFF/, '')",
                        "byte-order-mark",
                        0.4,
                        "the text begins with a byte order mark");
            }
        }
    }

    private static void range(ScriptScene scene, ScriptFile file, int line) {
        for (SyntaxNode node : file.at(line)) {
            List<SyntaxNode> args = Arguments.of(node);
            String name = node.textOf("function").replaceFirst(".*\\.", "") + node.textOf("constructor");
            if (name.matches("Array|repeat|padStart|padEnd|fill|toFixed") && !args.isEmpty()) {
                scene.replace(
                        file,
                        args.get(0),
                        "Math.max(0, " + args.get(0).text() + ")",
                        "not-below-zero",
                        0.82,
                        args.get(0).text() + " may be below zero");
                scene.replace(
                        file,
                        args.get(0),
                        "Math.floor(" + args.get(0).text() + ")",
                        "whole-number",
                        0.7,
                        args.get(0).text() + " may be no whole number");
            }
        }
    }
}
