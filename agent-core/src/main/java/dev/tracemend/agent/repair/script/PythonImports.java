package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** Writes imports where the file has its own. */
final class PythonImports {
    private PythonImports() {}

    /** How one file names another's module: by its package where both share one. */
    static String moduleName(ScriptFile from, ScriptFile to) {
        String folder =
                from.path().contains("/") ? from.path().substring(0, from.path().lastIndexOf('/') + 1) : "";
        String stem = to.path().replaceFirst("\\.py$", "").replaceFirst("^src/", "");
        String name = stem.replace('/', '.');
        boolean relative = from.text().contains("from .");
        boolean same = to.path().startsWith(folder) && to.path().indexOf('/', folder.length()) < 0;
        boolean flat = same
                && !from.text()
                        .contains("from " + folder.replaceFirst("^src/", "").replace('/', '.'))
                && !folder.isEmpty()
                && !relative;
        String last = stem.substring(stem.lastIndexOf('/') + 1);
        return relative && same ? "." + last : flat && !from.text().contains("import " + name) ? name : name;
    }

    static void importing(ScriptScene scene, ScriptFile file, String line, String name, double prior) {
        scene.add(
                List.of(new TextEdit(file.path(), importPlace(file), importPlace(file), line + "\n")),
                "import",
                prior,
                false,
                name + " is not imported");
    }

    /** The offset before the first import, or behind the module's documentation. */
    private static int importPlace(ScriptFile file) {
        for (SyntaxNode node : file.root().parts()) {
            boolean text = node.is("expression_statement") && node.text().matches("(?s)[\"'].*");
            boolean future = node.is("future_import_statement");
            if (!text && !future) {
                return file.lineStart(node);
            }
        }
        return 0;
    }

    /** Proposes an edit together with an import that it needs, where the file lacks that. */
    static void withImport(
            ScriptScene scene,
            ScriptFile file,
            String module,
            TextEdit edit,
            String operator,
            double prior,
            String why) {
        List<TextEdit> edits = new ArrayList<>(List.of(edit));
        if (!module.isEmpty() && !file.topNames().contains(module)) {
            edits.add(0, new TextEdit(file.path(), importPlace(file), importPlace(file), "import " + module + "\n"));
        }
        scene.add(edits, operator, prior, false, why);
    }
}
