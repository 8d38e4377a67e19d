package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values that cannot be read, divided by, or unpacked: ValueError, ZeroDivisionError, JSONDecodeError, RuntimeError and files. */
final class PythonValueRules implements ScriptRule {

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("ValueError", "ZeroDivisionError", "JSONDecodeError", "UnicodeDecodeError", "RuntimeError",
                "FileNotFoundError", "InvalidOperation", "OverflowError", "RecursionError", "UnicodeEncodeError");
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
            if (type.equals("ZeroDivisionError") && node.is("binary_operator", "augmented_assignment")) {
                division(scene, file, node, scale);
            }
            if (said.contains("unpack") && node.is("assignment", "for_statement", "for_in_clause")) {
                unpack(scene, file, node, said, scale);
            }
            if (type.equals("RuntimeError") && said.contains("changed") && node.is("for_statement", "for_in_clause")) {
                node.child("right").ifPresent(over -> scene.replace(file, over, "list(" + over.text() + ")", "iterate-copy", 0.95, over.text() + " is changed while it is run over"));
            }
        }
        if (type.equals("RecursionError")) {
            recursion(scene, file, line);
        }
    }

    private static void call(ScriptScene scene, ScriptFile file, SyntaxNode node, String type, String said, double scale) {
        String function = node.textOf("function");
        List<SyntaxNode> args = Arguments.of(node);
        if (args.isEmpty() && !function.endsWith("decode")) {
            return;
        }
        if (function.matches("int|float|Decimal|decimal\\.Decimal") && !args.isEmpty()) {
            number(scene, file, node, args.get(0), function, said, scale);
        } else if (function.matches("max|min") && said.contains("empty")) {
            for (String value : emptyValues(file, node)) {
                scene.replace(file, node, function + "(" + parenthesised(args.get(0)) + rest(args) + ", default=" + value + ")", "default-of-empty", 0.78 * scale, "there may be nothing to choose from");
            }
            Idioms.guard(scene, file, node, "not " + args.get(0).text(), 0.7 * scale, false, args.get(0).text() + " may be empty");
        } else if (function.endsWith(".remove") && said.contains("not in list")) {
            String list = function.substring(0, function.lastIndexOf('.'));
            file.statement(node).ifPresent(statement -> {
                String indent = file.indent(statement);
                scene.replace(file, statement, "if " + args.get(0).text() + " in " + list + ":\n" + indent + file.step() + statement.text(), "remove-if-there", 0.8 * scale, "there may be nothing to remove");
            });
        } else if (function.endsWith(".index") && said.matches("(?s).*(not found|not in).*")) {
            String list = function.substring(0, function.lastIndexOf('.'));
            Idioms.guard(scene, file, node, args.get(0).text() + " not in " + list, 0.75 * scale, false, args.get(0).text() + " may not be in " + list);
        } else if (type.equals("JSONDecodeError") && function.endsWith("loads")) {
            String text = args.get(0).text();
            scene.replace(file, args.get(0), text + " or \"{}\"", "empty-json", 0.72 * scale, "the text may be empty");
            Idioms.guard(scene, file, node, "not " + text, 0.68 * scale, false, text + " may be empty");
            Idioms.guard(scene, file, node, "not " + text + ".strip()", 0.7 * scale, false, text + " may be blank");
            scene.replace(file, args.get(0), text + ".lstrip(\"\\ufeff\")", "byte-order-mark", said.contains("BOM") ? 0.9 : 0.3, "the text begins with a byte order mark");
        } else if (function.matches("open|.*\\.(open|read_text|decode|write_text|encode)")) {
            file(scene, file, node, function, args, type, scale);
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

    private static void number(ScriptScene scene, ScriptFile file, SyntaxNode node, SyntaxNode arg, String function, String said, double scale) {
        String text = arg.text();
        boolean empty = said.contains("''") || said.contains("\"\"") || said.matches("(?s).*: '\\s*'.*");
        boolean comma = said.matches("(?s).*'[\\d ]+[,_ ][\\d,. ]+'.*");
        boolean decimal = said.matches("(?s).*'-?\\d*\\.\\d+'.*");
        boolean blank = said.matches("(?s).*'(\\s+.*|.*\\s+|.*\\\\n)'.*");
        scene.replace(file, node, function + "(" + text + " or 0)", "blank-default", (empty ? 0.74 : 0.3) * scale, "the text may be empty");
        scene.replace(file, arg, text + ".strip()", "strip", (blank ? 0.9 : 0.3) * scale, "the text may have blanks around it");
        scene.replace(file, node, function + "(" + text + ".strip() or 0)", "blank-default", (empty ? 0.66 : 0.2) * scale, "the text may be blank");
        scene.replace(file, arg, text + ".replace(\",\", \"\")", "remove-grouping", (comma ? 0.92 : 0.3) * scale, "the number may have a comma for thousands");
        scene.replace(file, arg, text + ".replace(\",\", \".\")", "decimal-comma", (comma ? 0.7 : 0.25) * scale, "the number may have a decimal comma");
        for (String sign : List.of("$", "%", "€", "_", " ")) {
            if (said.contains(sign + "'") || said.contains("'" + sign)) {
                scene.replace(file, arg, text + ".strip(\"" + sign + "\")", "strip", 0.8 * scale, "the number has a sign beside it");
            }
        }
        scene.replace(file, node, "int(float(" + text + "))", "decimal-text", (decimal && function.equals("int") ? 0.86 : 0.2) * scale, "the number may have decimals");
        scene.replace(file, node, "float(" + text + ")", "decimal-text", (decimal && function.equals("int") ? 0.7 : 0.15) * scale, "the number may have decimals");
        Idioms.guard(scene, file, node, "not " + text, (empty ? 0.72 : 0.3) * scale, false, text + " may be empty");
        Idioms.guard(scene, file, node, "not " + text + ".strip()", (empty ? 0.66 : 0.3) * scale, false, text + " may be blank");
        Idioms.guard(scene, file, node, "not " + text + ".isdigit()", 0.55 * scale, true, text + " may be no number");
    }

    private static void division(ScriptScene scene, ScriptFile file, SyntaxNode node, double scale) {
        String operator = file.tongue().operator(node);
        if (!operator.matches("(/|//|%)=?")) {
            return;
        }
        String by = node.textOf("right");
        String zero = by.matches("len\\([\\w.]+\\)") ? "not " + by.substring(4, by.length() - 1) : by.matches("[\\w.]+") ? by + " == 0" : "(" + by + ") == 0";
        Idioms.guard(scene, file, node, zero, 0.82 * scale, false, by + " may be zero");
        if (node.is("binary_operator")) {
            for (String value : List.of("0", "0.0")) {
                double fit = file.text().contains("else " + value) ? 0.85 : value.equals("0") ? 0.62 : 0.5;
                scene.replace(file, node, "(" + node.text() + " if " + by + " else " + value + ")", "zero-ternary", fit * scale, by + " may be zero");
            }
        }
    }

    private static void unpack(ScriptScene scene, ScriptFile file, SyntaxNode node, String said, double scale) {
        SyntaxNode right = node.child("right").orElse(node);
        long names = node.child("left").map(left -> left.parts().size()).orElse(2);
        if (right.text().endsWith(".items()") || node.is("for_statement", "for_in_clause") && right.is("identifier", "attribute", "call", "subscript")) {
            scene.replace(file, right, right.text() + ".items()", "items", 0.9 * scale, "a dict alone gives its keys");
            scene.replace(file, right, "enumerate(" + right.text() + ")", "enumerate", 0.8 * scale, "the position is wanted too");
        }
        for (SyntaxNode call : node.all("call")) {
            String function = call.textOf("function");
            List<SyntaxNode> args = Arguments.of(call);
            if (function.endsWith(".split") && args.size() == 1) {
                SyntaxNode by = args.get(0);
                scene.replace(file, by, by.text() + ", " + (names - 1), "split-limit", (said.startsWith("too many") ? 0.93 : 0.3) * scale, "only the first separators count");
                SyntaxNode name = call.child("function").flatMap(f -> f.child("attribute")).orElse(call);
                if (said.startsWith("too many")) {
                    scene.add(List.of(new dev.tracemend.agent.edit.TextEdit(file.path(), name.start(), by.end(), "rsplit(" + by.text() + ", " + (names - 1))),
                            "split-limit", 0.6 * scale, false, "only the last separators count");
                }
                String on = function.substring(0, function.lastIndexOf('.'));
                Idioms.guard(scene, file, node, by.text() + " not in " + on, (said.startsWith("not enough") ? 0.78 : 0.2) * scale, false, on + " may hold no " + by.text());
                if (names == 2 && said.startsWith("not enough")) {
                    node.child("left").ifPresent(left -> scene.replace(file, node, left.text().replaceFirst(",", ", _,") + " = " + on + ".partition(" + by.text() + ")", "partition", 0.74 * scale, on + " may hold no " + by.text()));
                }
            }
        }
    }

    private static void file(ScriptScene scene, ScriptFile file, SyntaxNode node, String function, List<SyntaxNode> args, String type, double scale) {
        if (type.startsWith("Unicode")) {
            String last = args.isEmpty() ? "" : args.get(args.size() - 1).text() + ", ";
            SyntaxNode list = node.child("arguments").orElse(node);
            String open = args.isEmpty() ? "(" : list.text().substring(0, list.text().length() - 1) + ", ";
            args.stream().filter(arg -> arg.text().matches("(encoding=)?[\"'](?i:ascii|latin-?1|cp1252|utf-?8|iso-8859-1)[\"']")).forEach(arg -> {
                String prefix = arg.text().startsWith("encoding") ? "encoding=" : "";
                scene.replace(file, arg, prefix + "\"utf-8\"", "encoding", 0.9 * scale, "the text is UTF-8");
                scene.replace(file, arg, prefix + "\"utf-8\", errors=\"replace\"", "encoding", 0.5 * scale, "the text is not all UTF-8");
                scene.replace(file, arg, prefix + "\"latin-1\"", "encoding", 0.55 * scale, "the text is Latin-1");
            });
            if (!last.contains("encoding")) {
                boolean decode = function.endsWith("code");
                scene.replace(file, list, open + (decode ? "" : "encoding=") + "\"utf-8\")", "encoding", 0.75 * scale, "the text is UTF-8");
                scene.replace(file, list, open + "errors=\"replace\")", "encoding", 0.6 * scale, "not all of it can be read");
                scene.replace(file, list, open + (decode ? "" : "encoding=") + "\"latin-1\")", "encoding", 0.55 * scale, "the text is Latin-1");
            }
            return;
        }
        if (!type.equals("FileNotFoundError") || args.isEmpty()) {
            return;
        }
        String path = function.equals("open") ? args.get(0).text() : function.substring(0, function.lastIndexOf('.'));
        boolean writes = args.stream().skip(1).anyMatch(arg -> arg.text().matches("(mode=)?[\"'][wax].*")) || function.endsWith("write_text");
        file.statement(node).ifPresent(statement -> {
            if (writes) {
                boolean pathlib = !function.equals("open") || file.text().contains("Path(");
                String made = pathlib && !function.equals("open") ? path + ".parent.mkdir(parents=True, exist_ok=True)" : "os.makedirs(os.path.dirname(" + path + ") or \".\", exist_ok=True)";
                PythonNameRules.withImport(scene, file, made.startsWith("os.") ? "os" : "", ScriptScene.insertion(file, statement, made), "make-folder", 0.88 * scale, "the folder may not be there yet");
            }
        });
        if (!writes) {
            String absent = function.equals("open") ? "not os.path.exists(" + path + ")" : "not " + path + ".exists()";
            if (!function.equals("open") || file.topNames().contains("os")) {
                Idioms.guard(scene, file, node, absent, 0.7 * scale, false, "the file may not be there");
            }
        }
    }

    private static void formats(ScriptScene scene, ScriptFile file, List<SyntaxNode> args, double scale) {
        if (args.size() < 2) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        scene.sources().forEach(each -> each.root().all("string").stream().filter(text -> text.text().contains("%Y") || text.text().contains("%d")).forEach(text -> known.add(text.text())));
        known.addAll(List.of("\"%Y-%m-%d\"", "\"%d/%m/%Y\"", "\"%Y-%m-%dT%H:%M:%S\"", "\"%Y-%m-%d %H:%M:%S\"", "\"%Y-%m-%dT%H:%M:%SZ\"", "\"%Y-%m-%dT%H:%M:%S.%f\""));
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
