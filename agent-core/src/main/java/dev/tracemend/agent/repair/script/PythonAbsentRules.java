package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Elements that are not there: IndexError, StopIteration, KeyError of what is taken out. */
final class PythonAbsentRules implements ScriptRule {

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("KeyError", "IndexError", "StopIteration");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        double scale = depth == 0 ? 1 : 0.7;
        for (SyntaxNode node : file.at(line)) {
            if (node.is("subscript") && scene.fault().is("IndexError")) {
                index(scene, file, node, scale);
            } else if (node.is("call")) {
                call(scene, file, node, scale);
            }
        }
        if (scene.fault().is("IndexError")) {
            ScriptLoopBounds.propose(scene, file, line, scale);
        }
    }

    private static void index(ScriptScene scene, ScriptFile file, SyntaxNode node, double scale) {
        String list = node.textOf("value");
        String index = node.textOf("subscript");
        SyntaxNode at = node.child("subscript").orElse(node);
        if (index.equals("len(" + list + ")")) {
            scene.replace(file, at, "-1", "last-index", 0.93 * scale, "the last element is at the length less one");
        }
        if (index.matches("-?\\d+|.*len\\(.*")) {
            String empty = index.matches("0|-1|.*len\\(.*") && list.matches("[\\w.]+")
                    ? "not " + list
                    : "len(" + list + ") <= " + index;
            Idioms.guard(scene, file, node, empty, 0.8 * scale, false, list + " may be too short");
            Optional<String> neutral = file.function(node).flatMap(function -> Idioms.neutrals(file, function).stream()
                    .findFirst());
            String other = neutral.filter(value -> !value.isEmpty()).orElse("None");
            scene.replace(
                    file,
                    node,
                    "(" + node.text() + " if " + (empty.startsWith("not ") ? list : "len(" + list + ") > " + index)
                            + " else " + other + ")",
                    "element-or-nothing",
                    0.5 * scale,
                    list + " may be too short");
        } else {
            for (String change : List.of(index + " - 1", index + " + 1", index + " % len(" + list + ")")) {
                scene.replace(
                        file,
                        at,
                        change,
                        "index-shift",
                        (change.contains("%") ? 0.55 : 0.6) * scale,
                        "the index is off by one");
            }
            Idioms.guard(
                    scene,
                    file,
                    node,
                    index + " >= len(" + list + ")",
                    0.5 * scale,
                    true,
                    index + " may lie behind the end");
        }
    }

    private static void call(ScriptScene scene, ScriptFile file, SyntaxNode node, double scale) {
        List<SyntaxNode> args = Arguments.of(node);
        String function = node.textOf("function");
        if (function.equals("next") && args.size() == 1) {
            Set<String> values = new LinkedHashSet<>(List.of("None"));
            file.function(node).ifPresent(around -> values.addAll(Idioms.neutrals(file, around)));
            values.remove("");
            values.forEach(value -> scene.replace(
                    file,
                    node,
                    "next(" + generator(args.get(0)) + ", " + value + ")",
                    "next-or",
                    0.75 * scale,
                    "there may be none"));
        }
        if (function.endsWith(".pop") && !args.isEmpty() && scene.fault().is("KeyError") && args.size() == 1) {
            scene.replace(
                    file,
                    node,
                    function + "(" + args.get(0).text() + ", None)",
                    "pop-if-there",
                    0.8 * scale,
                    "there may be nothing to take");
        }
        if (function.matches(".*\\.(pop|popleft)") && scene.fault().is("IndexError", "KeyError")) {
            Idioms.guard(
                    scene,
                    file,
                    node,
                    "not " + function.substring(0, function.lastIndexOf('.')),
                    0.75 * scale,
                    false,
                    "there may be nothing left");
        }
        if (function.endsWith(".remove") && scene.fault().is("KeyError")) {
            node.child("function")
                    .flatMap(f -> f.child("attribute"))
                    .ifPresent(name -> scene.add(
                            List.of(new TextEdit(file.path(), name.start(), name.end(), "discard")),
                            "discard",
                            0.85 * scale,
                            false,
                            "a set is told to forget what it may not hold"));
        }
    }

    private static String generator(SyntaxNode argument) {
        boolean bare = argument.is("generator_expression") && !argument.text().startsWith("(");
        return bare ? "(" + argument.text() + ")" : argument.text();
    }
}
