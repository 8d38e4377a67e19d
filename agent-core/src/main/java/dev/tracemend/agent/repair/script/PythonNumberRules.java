package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;

/** Texts that are no numbers, and division by zero: ValueError, InvalidOperation, ZeroDivisionError. */
final class PythonNumberRules implements ScriptRule {
    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON
                && fault.is("ValueError", "InvalidOperation", "OverflowError", "ZeroDivisionError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        double scale = depth == 0 ? 1 : 0.6;
        for (SyntaxNode node : file.at(line)) {
            String function = node.textOf("function");
            List<SyntaxNode> args = Arguments.of(node);
            if (node.is("call") && !args.isEmpty() && function.matches("int|float|Decimal|decimal\\.Decimal")) {
                number(scene, file, node, args.get(0), function, scene.fault().message(), scale);
            } else if (scene.fault().is("ZeroDivisionError") && node.is("binary_operator", "augmented_assignment")) {
                division(scene, file, node, scale);
            }
        }
    }

    private static void number(
            ScriptScene scene,
            ScriptFile file,
            SyntaxNode node,
            SyntaxNode arg,
            String function,
            String said,
            double scale) {
        String text = arg.text();
        boolean empty = said.contains("''") || said.contains("\"\"") || said.matches("(?s).*: '\\s*'.*");
        boolean comma = said.matches("(?s).*'[\\d ]+[,_ ][\\d,. ]+'.*");
        boolean decimal = said.matches("(?s).*'-?\\d*\\.\\d+'.*");
        boolean blank = said.matches("(?s).*'(\\s+.*|.*\\s+|.*\\\\n)'.*");
        scene.replace(
                file,
                node,
                function + "(" + text + " or 0)",
                "blank-default",
                (empty ? 0.74 : 0.3) * scale,
                "the text may be empty");
        scene.replace(
                file,
                arg,
                text + ".strip()",
                "strip",
                (blank ? 0.9 : 0.3) * scale,
                "the text may have blanks around it");
        scene.replace(
                file,
                node,
                function + "(" + text + ".strip() or 0)",
                "blank-default",
                (empty ? 0.66 : 0.2) * scale,
                "the text may be blank");
        scene.replace(
                file,
                arg,
                text + ".replace(\",\", \"\")",
                "remove-grouping",
                (comma ? 0.92 : 0.3) * scale,
                "the number may have a comma for thousands");
        scene.replace(
                file,
                arg,
                text + ".replace(\",\", \".\")",
                "decimal-comma",
                (comma ? 0.7 : 0.25) * scale,
                "the number may have a decimal comma");
        for (String sign : List.of("$", "%", "€", "_", " ")) {
            if (said.contains(sign + "'") || said.contains("'" + sign)) {
                scene.replace(
                        file,
                        arg,
                        text + ".strip(\"" + sign + "\")",
                        "strip",
                        0.8 * scale,
                        "the number has a sign beside it");
            }
        }
        scene.replace(
                file,
                node,
                "int(float(" + text + "))",
                "decimal-text",
                (decimal && function.equals("int") ? 0.86 : 0.2) * scale,
                "the number may have decimals");
        scene.replace(
                file,
                node,
                "float(" + text + ")",
                "decimal-text",
                (decimal && function.equals("int") ? 0.7 : 0.15) * scale,
                "the number may have decimals");
        Idioms.guard(scene, file, node, "not " + text, (empty ? 0.72 : 0.3) * scale, false, text + " may be empty");
        Idioms.guard(
                scene,
                file,
                node,
                "not " + text + ".strip()",
                (empty ? 0.66 : 0.3) * scale,
                false,
                text + " may be blank");
        Idioms.guard(scene, file, node, "not " + text + ".isdigit()", 0.55 * scale, true, text + " may be no number");
    }

    private static void division(ScriptScene scene, ScriptFile file, SyntaxNode node, double scale) {
        String operator = file.tongue().operator(node);
        if (!operator.matches("(/|//|%)=?")) {
            return;
        }
        String by = node.textOf("right");
        String zero = by.matches("len\\([\\w.]+\\)")
                ? "not " + by.substring(4, by.length() - 1)
                : by.matches("[\\w.]+") ? by + " == 0" : "(" + by + ") == 0";
        Idioms.guard(scene, file, node, zero, 0.82 * scale, false, by + " may be zero");
        if (node.is("binary_operator")) {
            for (String value : List.of("0", "0.0")) {
                double fit = file.text().contains("else " + value) ? 0.85 : value.equals("0") ? 0.62 : 0.5;
                scene.replace(
                        file,
                        node,
                        "(" + node.text() + " if " + by + " else " + value + ")",
                        "zero-ternary",
                        fit * scale,
                        by + " may be zero");
            }
        }
    }
}
