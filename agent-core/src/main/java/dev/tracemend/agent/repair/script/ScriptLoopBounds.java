package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/** Loops that run one round too far, and conditions asked in the wrong order. */
final class ScriptLoopBounds {
    private ScriptLoopBounds() {}

    /** Proposes for the loops and conditions around a line. */
    static void propose(ScriptScene scene, ScriptFile file, int line, double scale) {
        Optional<SyntaxNode> function = file.functionAt(line);
        SyntaxNode scope = function.orElse(file.root());
        List<SyntaxNode> loops = scope.all(node -> file.tongue().loop(node) || node.is("for_in_clause"));
        for (SyntaxNode loop : loops) {
            if (loop.line() <= line && line <= loop.lastLine()) {
                ranges(scene, file, loop, scale);
                conditions(scene, file, loop, scale);
            }
        }
        for (SyntaxNode node : scope.all(file.tongue()::both)) {
            boolean near = node.line() <= line && line <= node.lastLine();
            if (near) {
                String left = node.textOf("left");
                String right = node.textOf("right");
                scene.replace(
                        file,
                        node,
                        right + " " + file.tongue().operator(node) + " " + left,
                        "bound-first",
                        0.85 * scale,
                        "the bound must be asked before the element");
            }
        }
    }

    private static void ranges(ScriptScene scene, ScriptFile file, SyntaxNode loop, double scale) {
        Optional<SyntaxNode> range =
                loop.child("right").filter(right -> right.text().startsWith("range("));
        List<SyntaxNode> args = range.flatMap(call -> call.child("arguments"))
                .map(SyntaxNode::parts)
                .orElse(List.of());
        if (args.isEmpty()) {
            return;
        }
        SyntaxNode end = args.size() == 1 ? args.get(0) : args.get(1);
        String plain = end.text();
        if (plain.matches("(?s).* \\+ 1")) {
            scene.replace(
                    file,
                    end,
                    plain.substring(0, plain.length() - 4),
                    "boundary",
                    0.92 * scale,
                    "the loop runs one round too far");
        } else if (plain.matches("(?s).* - 1")) {
            scene.replace(
                    file,
                    end,
                    plain.substring(0, plain.length() - 4) + " - 2",
                    "boundary",
                    0.4 * scale,
                    "the loop runs one round too far");
        } else {
            scene.replace(file, end, plain + " - 1", "boundary", 0.88 * scale, "the loop runs one round too far");
        }
        if (args.size() == 1) {
            scene.replace(file, end, "1, " + plain, "loop-start", 0.6 * scale, "the loop begins one round too early");
        }
    }

    private static void conditions(ScriptScene scene, ScriptFile file, SyntaxNode loop, double scale) {
        for (SyntaxNode node : loop.child("condition")
                .map(found -> found.all(file.tongue()::comparison))
                .orElse(List.of())) {
            String operator = file.tongue().operator(node);
            List<SyntaxNode> parts = node.parts();
            if (parts.size() != 2) {
                continue;
            }
            SyntaxNode right = parts.get(1);
            String change =
                    switch (operator) {
                        case "<=" -> "<";
                        case ">=" -> ">";
                        default -> "";
                    };
            if (!change.isEmpty()) {
                scene.replace(
                        file,
                        node,
                        parts.get(0).text() + " " + change + " " + right.text(),
                        "boundary",
                        0.92 * scale,
                        "the loop runs one round too far");
            }
            if (operator.equals("<") || operator.equals("<=")) {
                scene.replace(
                        file, right, right.text() + " - 1", "boundary", 0.7 * scale, "the loop runs one round too far");
            }
        }
    }
}
