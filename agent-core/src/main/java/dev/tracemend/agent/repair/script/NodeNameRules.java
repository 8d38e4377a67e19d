package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and functions that do not exist, in JavaScript. */
final class NodeNameRules implements ScriptRule {
    private static final Pattern FUNCTION = Pattern.compile("(?s)(.{1,120}?) is not a (?:function|constructor).*");
    private static final Pattern DEFINED = Pattern.compile("(?s)(\\w{1,80}) is not defined.*");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.NODE;
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        String said = scene.fault().message();
        Matcher function = FUNCTION.matcher(said);
        Matcher defined = DEFINED.matcher(said);
        if (depth == 0 && function.matches()) {
            function(scene, file, line, function.group(1));
        } else if (depth == 0 && defined.matches()) {
            name(scene, file, line, defined.group(1));
        }
    }

    private static void function(ScriptScene scene, ScriptFile file, int line, String text) {
        String wanted = text.replaceFirst("(?s).*\\.", "").replaceAll("\\W", "");
        Set<String> known = new LinkedHashSet<>();
        for (ScriptFile each : scene.files().values()) {
            each.root()
                    .all("method_definition", "function_declaration")
                    .forEach(made -> known.add(made.textOf("name")));
            each.root()
                    .all("property_identifier", "shorthand_property_identifier")
                    .forEach(name -> known.add(name.text()));
        }
        Map<String, List<String>> others = Map.ofEntries(
                Map.entry("append", List.of("push")),
                Map.entry("add", List.of("push", "set")),
                Map.entry("strip", List.of("trim")),
                Map.entry("lower", List.of("toLowerCase")),
                Map.entry("upper", List.of("toUpperCase")),
                Map.entry("contains", List.of("includes")),
                Map.entry("size", List.of("length")),
                Map.entry("push", List.of("add")),
                Map.entry("length", List.of("length")),
                Map.entry("startswith", List.of("startsWith")),
                Map.entry("remove", List.of("delete", "splice")),
                Map.entry("has", List.of("includes")),
                Map.entry("includes", List.of("has")));
        for (SyntaxNode call : file.at(line)) {
            if (!call.is("call_expression", "new_expression")) {
                continue;
            }
            SyntaxNode callee =
                    call.child("function").or(() -> call.child("constructor")).orElse(call);
            SyntaxNode name =
                    callee.is("member_expression") ? callee.child("property").orElse(callee) : callee;
            if (!name.text().equals(wanted)) {
                continue;
            }
            others.getOrDefault(wanted, List.of())
                    .forEach(other -> scene.replace(file, name, other, "right-method", 0.88, "it is called " + other));
            Nearness.of(wanted, known)
                    .forEach(other ->
                            scene.replace(file, name, other, "nearest-method", 0.93, wanted + " is called " + other));
            known.stream()
                    .filter(each -> sharesWord(each, wanted))
                    .limit(6)
                    .forEach(other -> scene.replace(
                            file, name, other, "nearest-method", 0.7, wanted + " may be called " + other));
            scene.replace(file, call, callee.text(), "no-call", 0.55, callee.text() + " is a value, not a function");
            if (callee.is("member_expression")) {
                SyntaxNode object = callee.child("object").orElse(callee);
                PythonTypeRules.await(scene, file, object);
                if (wanted.matches("map|filter|forEach|reduce|find|some|every|join|slice|sort")) {
                    scene.replace(
                            file,
                            object,
                            "[..." + object.text() + "]",
                            "to-array",
                            0.8,
                            object.text() + " is no array");
                    scene.replace(
                            file,
                            object,
                            "Object.values(" + object.text() + ")",
                            "to-array",
                            0.78,
                            object.text() + " is an object");
                    scene.replace(
                            file,
                            object,
                            "Object.entries(" + object.text() + ")",
                            "to-array",
                            0.7,
                            object.text() + " is an object");
                }
                if (wanted.matches("trim|split|toLowerCase|toUpperCase|startsWith|replace|padStart|includes|slice")) {
                    scene.replace(
                            file,
                            object,
                            "String(" + object.text() + ")",
                            "to-text",
                            0.82,
                            object.text() + " is no text");
                }
                if (wanted.matches("toFixed|toPrecision")) {
                    scene.replace(
                            file,
                            object,
                            "Number(" + object.text() + ")",
                            "to-number",
                            0.85,
                            object.text() + " is a text");
                }
            } else {
                imported(scene, file, name);
            }
        }
    }

    private static boolean sharesWord(String a, String b) {
        for (String word : a.split("(?=[A-Z])|_")) {
            if (word.length() > 3
                    && b.toLowerCase(java.util.Locale.ROOT).contains(word.toLowerCase(java.util.Locale.ROOT))
                    && !a.equals(b)) {
                return true;
            }
        }
        return false;
    }

    /** A module taken for one of its functions, or the other way round. */
    private static void imported(ScriptScene scene, ScriptFile file, SyntaxNode name) {
        for (SyntaxNode made : file.root().all("variable_declarator", "import_clause")) {
            if (made.is("variable_declarator")
                    && made.textOf("value").startsWith("require(")
                    && made.textOf("name").equals(name.text())) {
                made.child("name")
                        .ifPresent(plain -> scene.replace(
                                file,
                                plain,
                                "{ " + name.text() + " }",
                                "named-import",
                                0.9,
                                "the module holds it by its name"));
            } else if (made.text().equals(name.text()) && made.is("import_clause")) {
                scene.replace(
                        file, made, "{ " + name.text() + " }", "named-import", 0.9, "the module holds it by its name");
            } else if (made.textOf("value").startsWith("require(")
                    && made.textOf("name").matches("\\{\\s*" + name.text() + "\\s*\\}")) {
                made.child("name")
                        .ifPresent(braces -> scene.replace(
                                file, braces, name.text(), "default-import", 0.85, "the module is the function"));
            }
        }
    }

    private static void name(ScriptScene scene, ScriptFile file, int line, String name) {
        Set<String> known = new LinkedHashSet<>(file.topNames());
        file.functionAt(line).ifPresent(function -> known.addAll(file.names(function)));
        for (SyntaxNode node : file.at(line)) {
            if (node.is("identifier", "shorthand_property_identifier")
                    && node.text().equals(name)) {
                Nearness.of(name, known)
                        .forEach(near -> scene.replace(
                                file,
                                node,
                                node.is("identifier") ? near : name + ": " + near,
                                "nearest-name",
                                0.92,
                                "the name nearest to " + name + " is " + near));
                Map<String, String> words = Map.of("None", "null", "True", "true", "False", "false", "nil", "null");
                if (words.containsKey(name)) {
                    scene.replace(
                            file, node, words.get(name), "script-word", 0.96, "in JavaScript it is " + words.get(name));
                }
                if (file.text().contains("this." + name)) {
                    scene.replace(file, node, "this." + name, "this", 0.92, name + " is the object's");
                }
                known.forEach(other -> scene.replace(file, node, other, "variable", 0.3, other + " may be meant"));
            }
            if (node.is("assignment_expression")
                    && node.textOf("left").equals(name)
                    && file.statement(node)
                            .filter(s -> s.start() == node.start())
                            .isPresent()) {
                scene.add(
                        List.of(new TextEdit(file.path(), node.start(), node.start(), "let ")),
                        "declare",
                        0.93,
                        false,
                        name + " is never declared");
            }
            if (node.is("for_in_statement") && node.textOf("left").equals(name)) {
                node.child("left")
                        .ifPresent(left -> scene.replace(
                                file, left, "const " + name, "declare", 0.93, name + " is never declared"));
            }
            if (node.is("for_statement") && node.textOf("initializer").startsWith(name)) {
                node.child("initializer")
                        .ifPresent(first -> scene.add(
                                List.of(new TextEdit(file.path(), first.start(), first.start(), "let ")),
                                "declare",
                                0.93,
                                false,
                                name + " is never declared"));
            }
        }
        boolean module = file.path().endsWith(".mjs") || file.text().matches("(?s).*(^|\\n)(import|export) .*");
        for (ScriptFile each : scene.sources()) {
            if (each != file
                    && each.text()
                            .matches("(?s).*(export (async )?(function|const|class) " + name + "\\b|exports\\." + name
                                    + "\\b|module\\.exports = \\{[^}]*\\b" + name + "\\b).*")) {
                String path = NodeImports.relative(file.path(), each.path());
                NodeImports.add(
                        scene,
                        file,
                        module
                                ? "import { " + name + " } from '" + path + "';"
                                : "const { " + name + " } = require('" + path.replaceFirst("\\.c?js$", "") + "');",
                        name,
                        0.93);
            }
        }
        if (NodeImports.BUILT_IN.containsKey(name)) {
            String from = NodeImports.BUILT_IN.get(name);
            NodeImports.add(
                    scene,
                    file,
                    module
                            ? "import " + name + " from '" + from + "';"
                            : "const " + name + " = require('" + from + "');",
                    name,
                    0.94);
        }
    }
}
