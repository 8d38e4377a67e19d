package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values that cannot be read or chosen from: ValueError, JSONDecodeError, RuntimeError, RecursionError. */
final class PythonValueRules implements ScriptRule {

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("ValueError", "JSONDecodeError", "RuntimeError", "RecursionError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        double scale = depth == 0 ? 1 : 0.6;
        String type = scene.fault().type();
        String said = scene.fault().message();
        for (SyntaxNode node : file.at(line)) {
            if (node.is("call")) {
                call(scene, file, node, type, said, scale);
            }
            if (type.equals("RuntimeError") && said.contains("changed") && node.is("for_statement", "for_in_clause")) {
                node.child("right")
                        .ifPresent(over -> scene.replace(
                                file,
                                over,
                                "list(" + over.text() + ")",
                                "iterate-copy",
                                0.95,
                                over.text() + " is changed while it is run over"));
            }
        }
        if (type.equals("RecursionError")) {
            recursion(scene, file, line);
        }
    }

    private static void call(
            ScriptScene scene, ScriptFile file, SyntaxNode node, String type, String said, double scale) {
        String function = node.textOf("function");
        List<SyntaxNode> args = Arguments.of(node);
        if (args.isEmpty()) {
            return;
        }
        if (function.matches("max|min") && said.contains("empty")) {
            for (String value : emptyValues(file, node)) {
                scene.replace(
                        file,
                        node,
                        function + "(" + parenthesised(args.get(0)) + rest(args) + ", default=" + value + ")",
                        "default-of-empty",
                        0.78 * scale,
                        "there may be nothing to choose from");
            }
            Idioms.guard(
                    scene,
                    file,
                    node,
                    "not " + args.get(0).text(),
                    0.7 * scale,
                    false,
                    args.get(0).text() + " may be empty");
        } else if (function.endsWith(".remove") && said.contains("not in list")) {
            String list = function.substring(0, function.lastIndexOf('.'));
            file.statement(node).ifPresent(statement -> {
                String indent = file.indent(statement);
                scene.replace(
                        file,
                        statement,
                        "if " + args.get(0).text() + " in " + list + ":\n" + indent + file.step() + statement.text(),
                        "remove-if-there",
                        0.8 * scale,
                        "there may be nothing to remove");
            });
        } else if (function.endsWith(".index") && said.matches("(?s).*(not found|not in).*")) {
            String list = function.substring(0, function.lastIndexOf('.'));
            Idioms.guard(
                    scene,
                    file,
                    node,
                    args.get(0).text() + " not in " + list,
                    0.75 * scale,
                    false,
                    args.get(0).text() + " may not be in " + list);
        } else if (type.equals("JSONDecodeError") && function.endsWith("loads")) {
            String text = args.get(0).text();
            scene.replace(file, args.get(0), text + " or \"{}\"", "empty-json", 0.72 * scale, "the text may be empty");
            Idioms.guard(scene, file, node, "not " + text, 0.68 * scale, false, text + " may be empty");
            Idioms.guard(scene, file, node, "not " + text + ".strip()", 0.7 * scale, false, text + " may be blank");
            scene.replace(
                    file,
                    args.get(0),
                    text + ".lstrip(\"\\ufeff\")",
                    "byte-order-mark",
                    said.contains("BOM") ? 0.9 : 0.3,
                    "the text begins with a byte order mark");
        } else if (function.endsWith("strptime") && said.contains("does not match format")) {
            formats(scene, file, args, scale);
        } else if (function.matches("(math\\.)?(sqrt|log\\w*)")) {
            Idioms.guard(scene, file, node, args.get(0).text() + " <= 0", 0.6 * scale, false, "there is no such value");
        }
    }

    private static Set<String> emptyValues(ScriptFile file, SyntaxNode node) {
        Set<String> values = new LinkedHashSet<>();
        file.function(node).ifPresent(function -> values.addAll(Idioms.neutrals(file, function)));
        values.remove("");
        values.addAll(List.of("0", "None"));
        return values;
    }

    private static String parenthesised(SyntaxNode argument) {
        boolean bare = argument.is("generator_expression") && !argument.text().startsWith("(");
        return bare ? "(" + argument.text() + ")" : argument.text();
    }

    private static String rest(List<SyntaxNode> args) {
        StringBuilder rest = new StringBuilder();
        args.stream().skip(1).forEach(arg -> rest.append(", ").append(arg.text()));
        return rest.toString();
    }

    private static void formats(ScriptScene scene, ScriptFile file, List<SyntaxNode> args, double scale) {
        if (args.size() < 2) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        scene.sources().forEach(each -> each.root().all("string").stream()
                .filter(text -> text.text().contains("%Y") || text.text().contains("%d"))
                .forEach(text -> known.add(text.text())));
        known.addAll(List.of(
                "\"%Y-%m-%d\"",
                "\"%d/%m/%Y\"",
                "\"%Y-%m-%dT%H:%M:%S\"",
                "\"%Y-%m-%d %H:%M:%S\"",
                "\"%Y-%m-%dT%H:%M:%SZ\"",
                "\"%Y-%m-%dT%H:%M:%S.%f\""));
        double prior = 0.75;
        for (String format : known) {
            scene.replace(file, args.get(1), format, "date-format", prior * scale, "the date is written as " + format);
            prior *= 0.97;
        }
    }

    private static void recursion(ScriptScene scene, ScriptFile file, int line) {
        file.functionAt(line).ifPresent(function -> {
            String name = function.textOf("name");
            for (SyntaxNode node : function.all("attribute")) {
                if (node.text().equals("self." + name)) {
                    scene.replace(file, node, "self._" + name, "field-not-self", 0.93, "the property asks itself");
                }
            }
        });
    }
}
