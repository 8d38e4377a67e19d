package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Modules and members that are not there: ImportError, ModuleNotFoundError. */
final class PythonImportRules implements ScriptRule {
    private static final Pattern MODULE = Pattern.compile("(?s)No module named '([\\w.]{1,120})'.*");
    private static final Pattern IMPORT = Pattern.compile(
            "(?s)cannot import name '(\\w{1,80})' from (?:partially initialized module )?'([\\w.]{1,120})'.*");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("ImportError", "ModuleNotFoundError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        Matcher module = MODULE.matcher(scene.fault().message());
        Matcher member = IMPORT.matcher(scene.fault().message());
        if (depth == 0 && module.matches()) {
            module(scene, file, line, module.group(1));
        } else if (depth == 0 && member.matches()) {
            member(scene, file, line, member.group(1), member.group(2));
        }
    }

    private static void module(ScriptScene scene, ScriptFile file, int line, String wanted) {
        Set<String> local = new LinkedHashSet<>();
        for (ScriptFile each : scene.sources()) {
            String stem = each.path()
                    .replaceFirst("\\.py$", "")
                    .replaceFirst("/__init__$", "")
                    .replaceFirst("^src/", "");
            local.add(stem.replace('/', '.'));
            local.add(stem.substring(stem.lastIndexOf('/') + 1));
        }
        String leaf = wanted.substring(wanted.lastIndexOf('.') + 1);
        for (SyntaxNode node : file.at(line)) {
            if (!node.is("dotted_name", "relative_import") || !node.text().endsWith(leaf)) {
                continue;
            }
            for (String near : Nearness.of(wanted, local)) {
                scene.replace(file, node, near, "nearest-module", 0.93, "the module is called " + near);
            }
            for (String near : Nearness.of(leaf, local)) {
                String whole = node.text().substring(0, node.text().length() - leaf.length()) + near;
                scene.replace(file, node, whole, "nearest-module", 0.9, "the module is called " + near);
            }
            for (String each : local) {
                if (each.endsWith("." + wanted) || each.endsWith("." + leaf)) {
                    scene.replace(file, node, each, "whole-module", 0.9, "the module lies in a package");
                }
            }
            Nearness.of(wanted, PythonLibrary.STANDARD)
                    .forEach(near ->
                            scene.replace(file, node, near, "nearest-module", 0.85, "the module is called " + near));
        }
    }

    private static void member(ScriptScene scene, ScriptFile file, int line, String name, String module) {
        Set<String> known = new LinkedHashSet<>();
        String leaf = module.substring(module.lastIndexOf('.') + 1) + ".py";
        scene.sources().stream()
                .filter(each -> each.path().endsWith(leaf))
                .forEach(each -> known.addAll(each.topNames()));
        known.addAll(PythonLibrary.FROM.keySet());
        Matcher meant = PythonLibrary.MEANT.matcher(scene.fault().message());
        if (meant.find()) {
            known.add(meant.group(1));
        }
        for (String near : Nearness.of(name, known)) {
            List<TextEdit> edits = new ArrayList<>();
            for (SyntaxNode node : file.root().all("identifier")) {
                if (node.text().equals(name)) {
                    edits.add(new TextEdit(file.path(), node.start(), node.end(), near));
                }
            }
            scene.add(edits, "nearest-member", 0.93, false, module + " calls it " + near);
        }
        for (ScriptFile each : scene.sources()) {
            if (each.topNames().contains(name) && each != file) {
                for (SyntaxNode node : file.at(line)) {
                    if (node.field().equals("module_name")) {
                        scene.replace(
                                file,
                                node,
                                PythonImports.moduleName(file, each),
                                "right-module",
                                0.9,
                                name + " is defined in " + each.path());
                    }
                }
            }
        }
    }
}
