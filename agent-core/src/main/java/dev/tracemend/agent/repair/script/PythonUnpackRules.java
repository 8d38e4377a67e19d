package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;

/** More or fewer values than names: ValueError. */
final class PythonUnpackRules implements ScriptRule {
    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON
                && fault.is("ValueError")
                && fault.message().contains("unpack");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        double scale = depth == 0 ? 1 : 0.6;
        for (SyntaxNode node : file.at(line)) {
            if (node.is("assignment", "for_statement", "for_in_clause")) {
                unpack(scene, file, node, scene.fault().message(), scale);
            }
        }
    }

    private static void unpack(ScriptScene scene, ScriptFile file, SyntaxNode node, String said, double scale) {
        SyntaxNode right = node.child("right").orElse(node);
        long names = node.child("left").map(left -> left.parts().size()).orElse(2);
        if (right.text().endsWith(".items()")
                || node.is("for_statement", "for_in_clause")
                        && right.is("identifier", "attribute", "call", "subscript")) {
            scene.replace(file, right, right.text() + ".items()", "items", 0.9 * scale, "a dict alone gives its keys");
            scene.replace(
                    file,
                    right,
                    "enumerate(" + right.text() + ")",
                    "enumerate",
                    0.8 * scale,
                    "the position is wanted too");
        }
        for (SyntaxNode call : node.all("call")) {
            String function = call.textOf("function");
            List<SyntaxNode> args = Arguments.of(call);
            if (function.endsWith(".split") && args.size() == 1) {
                SyntaxNode by = args.get(0);
                scene.replace(
                        file,
                        by,
                        by.text() + ", " + (names - 1),
                        "split-limit",
                        (said.startsWith("too many") ? 0.93 : 0.3) * scale,
                        "only the first separators count");
                SyntaxNode name = call.child("function")
                        .flatMap(f -> f.child("attribute"))
                        .orElse(call);
                if (said.startsWith("too many")) {
                    scene.add(
                            List.of(new dev.tracemend.agent.edit.TextEdit(
                                    file.path(), name.start(), by.end(), "rsplit(" + by.text() + ", " + (names - 1))),
                            "split-limit",
                            0.6 * scale,
                            false,
                            "only the last separators count");
                }
                String on = function.substring(0, function.lastIndexOf('.'));
                Idioms.guard(
                        scene,
                        file,
                        node,
                        by.text() + " not in " + on,
                        (said.startsWith("not enough") ? 0.78 : 0.2) * scale,
                        false,
                        on + " may hold no " + by.text());
                if (names == 2 && said.startsWith("not enough")) {
                    node.child("left")
                            .ifPresent(left -> scene.replace(
                                    file,
                                    node,
                                    left.text().replaceFirst(",", ", _,") + " = " + on + ".partition(" + by.text()
                                            + ")",
                                    "partition",
                                    0.74 * scale,
                                    on + " may hold no " + by.text()));
                }
            }
        }
    }
}
