package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;

/** Elements asked of what has none, or by what is no index; things run over that hold nothing: TypeError. */
final class PythonElementRules implements ScriptRule {
    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("TypeError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        String said = scene.fault().message();
        for (SyntaxNode node : file.at(line)) {
            if (depth == 0 && node.is("subscript")) {
                subscript(scene, file, node, said);
            } else if (depth == 0 && node.is("for_statement", "for_in_clause")) {
                node.child("right").ifPresent(over -> iterated(scene, file, over, said));
            }
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

    static void iterated(ScriptScene scene, ScriptFile file, SyntaxNode over, String said) {
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
}
