package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Modules and exports that are not there. */
final class NodeModuleRules implements ScriptRule {
    private static final Pattern MODULE = Pattern.compile("(?s)Cannot find (?:module|package) '([^']{1,200})'.*");
    private static final Pattern EXPORT = Pattern.compile("(?s).*does not provide an export named '(\\w{1,80})'.*");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.NODE;
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        Matcher module = MODULE.matcher(scene.fault().message());
        Matcher export = EXPORT.matcher(scene.fault().message());
        if (module.matches()) {
            module(scene, module.group(1));
        } else if (export.matches()) {
            export(scene, export.group(1));
        }
    }

    private static void module(ScriptScene scene, String wanted) {
        String leaf = wanted.substring(wanted.lastIndexOf('/') + 1).replaceFirst("\\.[cm]?js$", "");
        for (ScriptFile each : scene.sources()) {
            for (SyntaxNode text : each.root().all("string")) {
                String plain = text.text().replaceAll("^['\"]|['\"]$", "");
                if (!plain.endsWith(leaf)
                        && !plain.replaceFirst("\\.[cm]?js$", "").endsWith(leaf)) {
                    continue;
                }
                String quote = text.text().substring(0, 1);
                for (ScriptFile other : scene.sources()) {
                    String path = NodeImports.relative(each.path(), other.path());
                    boolean same = path.replaceFirst(".*/", "")
                            .replaceFirst("\\.[cm]?js$", "")
                            .equals(leaf);
                    boolean near = Nearness.far(path.replaceFirst(".*/", "").replaceFirst("\\.[cm]?js$", ""), leaf) < 3;
                    if (same || near) {
                        boolean ending =
                                plain.matches(".*\\.[cm]?js") || each.text().contains("import ");
                        scene.replace(
                                each,
                                text,
                                quote + (ending ? path : path.replaceFirst("\\.[cm]?js$", "")) + quote,
                                "nearest-module",
                                0.93,
                                "the module lies in " + path);
                    }
                }
            }
        }
    }

    private static void export(ScriptScene scene, String wanted) {
        Set<String> known = new LinkedHashSet<>();
        scene.sources().forEach(each -> each.root().all("export_statement").forEach(made -> made.all("identifier")
                .forEach(name -> known.add(name.text()))));
        for (String near : Nearness.of(wanted, known)) {
            for (ScriptFile each : scene.sources()) {
                List<TextEdit> edits = each.root().all("identifier").stream()
                        .filter(name -> name.text().equals(wanted))
                        .map(name -> new TextEdit(each.path(), name.start(), name.end(), near))
                        .toList();
                scene.add(edits, "nearest-member", 0.93, false, "the module calls it " + near);
            }
        }
    }
}
