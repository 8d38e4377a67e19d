package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import java.util.List;
import java.util.Map;

/** Writes imports as the file has its own; knows what Node brings along. */
final class NodeImports {
    static final Map<String, String> BUILT_IN = Map.ofEntries(
            Map.entry("fs", "node:fs"),
            Map.entry("path", "node:path"),
            Map.entry("os", "node:os"),
            Map.entry("crypto", "node:crypto"),
            Map.entry("util", "node:util"),
            Map.entry("http", "node:http"),
            Map.entry("assert", "node:assert"),
            Map.entry("events", "node:events"),
            Map.entry("url", "node:url"));

    private NodeImports() {}

    static void add(ScriptScene scene, ScriptFile file, String line, String name, double prior) {
        int at = file.text().startsWith("'use strict'") ? file.text().indexOf('\n') + 1 : 0;
        scene.add(
                List.of(new TextEdit(file.path(), at, at, line + "\n")),
                "import",
                prior,
                false,
                name + " is not imported");
    }

    static String relative(String from, String to) {
        java.nio.file.Path parent = java.nio.file.Path.of(from).getParent();
        java.nio.file.Path target = java.nio.file.Path.of(to);
        String path =
                (parent == null ? target : parent.relativize(target)).toString().replace('\\', '/');
        return path.startsWith(".") ? path : "./" + path;
    }
}
