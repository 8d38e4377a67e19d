package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;

/** Files that are absent, and texts in another encoding: FileNotFoundError, UnicodeDecodeError, UnicodeEncodeError. */
final class PythonFileRules implements ScriptRule {
    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("FileNotFoundError", "UnicodeDecodeError", "UnicodeEncodeError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        double scale = depth == 0 ? 1 : 0.6;
        for (SyntaxNode node : file.at(line)) {
            String function = node.textOf("function");
            List<SyntaxNode> args = Arguments.of(node);
            boolean named = !args.isEmpty() || function.endsWith("decode");
            if (node.is("call") && named && function.matches("open|.*\\.(open|read_text|decode|write_text|encode)")) {
                file(scene, file, node, function, args, scene.fault().type(), scale);
            }
        }
    }

    private static void file(
            ScriptScene scene,
            ScriptFile file,
            SyntaxNode node,
            String function,
            List<SyntaxNode> args,
            String type,
            double scale) {
        if (type.startsWith("Unicode")) {
            String last = args.isEmpty() ? "" : args.get(args.size() - 1).text() + ", ";
            SyntaxNode list = node.child("arguments").orElse(node);
            String open =
                    args.isEmpty() ? "(" : list.text().substring(0, list.text().length() - 1) + ", ";
            args.stream()
                    .filter(arg ->
                            arg.text().matches("(encoding=)?[\"'](?i:ascii|latin-?1|cp1252|utf-?8|iso-8859-1)[\"']"))
                    .forEach(arg -> {
                        String prefix = arg.text().startsWith("encoding") ? "encoding=" : "";
                        scene.replace(file, arg, prefix + "\"utf-8\"", "encoding", 0.9 * scale, "the text is UTF-8");
                        scene.replace(
                                file,
                                arg,
                                prefix + "\"utf-8\", errors=\"replace\"",
                                "encoding",
                                0.5 * scale,
                                "the text is not all UTF-8");
                        scene.replace(
                                file, arg, prefix + "\"latin-1\"", "encoding", 0.55 * scale, "the text is Latin-1");
                    });
            if (!last.contains("encoding")) {
                boolean decode = function.endsWith("code");
                scene.replace(
                        file,
                        list,
                        open + (decode ? "" : "encoding=") + "\"utf-8\")",
                        "encoding",
                        0.75 * scale,
                        "the text is UTF-8");
                scene.replace(
                        file, list, open + "errors=\"replace\")", "encoding", 0.6 * scale, "not all of it can be read");
                scene.replace(
                        file,
                        list,
                        open + (decode ? "" : "encoding=") + "\"latin-1\")",
                        "encoding",
                        0.55 * scale,
                        "the text is Latin-1");
            }
            return;
        }
        if (!type.equals("FileNotFoundError") || args.isEmpty()) {
            return;
        }
        String path = function.equals("open") ? args.get(0).text() : function.substring(0, function.lastIndexOf('.'));
        boolean writes = args.stream().skip(1).anyMatch(arg -> arg.text().matches("(mode=)?[\"'][wax].*"))
                || function.endsWith("write_text");
        file.statement(node).ifPresent(statement -> {
            if (writes) {
                boolean pathlib = !function.equals("open") || file.text().contains("Path(");
                String made = pathlib && !function.equals("open")
                        ? path + ".parent.mkdir(parents=True, exist_ok=True)"
                        : "os.makedirs(os.path.dirname(" + path + ") or \".\", exist_ok=True)";
                PythonImports.withImport(
                        scene,
                        file,
                        made.startsWith("os.") ? "os" : "",
                        ScriptScene.insertion(file, statement, made),
                        "make-folder",
                        0.88 * scale,
                        "the folder may not be there yet");
            }
        });
        if (!writes) {
            String absent = function.equals("open") ? "not os.path.exists(" + path + ")" : "not " + path + ".exists()";
            if (!function.equals("open") || file.topNames().contains("os")) {
                Idioms.guard(scene, file, node, absent, 0.7 * scale, false, "the file may not be there");
            }
        }
    }
}
