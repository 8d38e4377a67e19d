package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** None where a value is wanted, and attributes that do not exist: AttributeError, TypeError about NoneType. */
final class PythonNoneRules implements ScriptRule {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?s)(?:module )?'?(.{0,80}?)'?(?: object)? has no attribute '(\\w{1,80})'.*");
    private static final Pattern MEANT = Pattern.compile("Did you mean: '(\\w{1,80})'");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON
                && (fault.is("AttributeError")
                        || fault.is("TypeError") && fault.message().contains("None"));
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        String message = scene.fault().message();
        Matcher said = ATTRIBUTE.matcher(message);
        double scale = depth == 0 ? 1 : 0.6;
        boolean none = message.contains("NoneType");
        if (said.matches() && !none && depth == 0) {
            attribute(scene, file, line, said.group(1), said.group(2));
        } else if (none) {
            String wanted = said.matches() ? said.group(2) : "";
            for (SyntaxNode node : file.at(line)) {
                used(node, wanted).ifPresent(value -> none(scene, file, node, value, scale));
            }
        }
    }

    /** The expression that may be None, at one node. */
    private static Optional<SyntaxNode> used(SyntaxNode node, String wanted) {
        if (node.is("attribute")) {
            return node.textOf("attribute").equals(wanted) || wanted.isEmpty()
                    ? node.child("object")
                    : Optional.empty();
        }
        if (!wanted.isEmpty()) {
            return Optional.empty();
        }
        if (node.is("subscript")) {
            return node.child("value");
        }
        boolean operand = node.parent()
                .filter(up -> up.is(
                        "binary_operator",
                        "comparison_operator",
                        "augmented_assignment",
                        "for_statement",
                        "for_in_clause",
                        "argument_list",
                        "list_splat",
                        "dictionary_splat"))
                .isPresent();
        return operand && node.is("identifier", "call", "subscript", "attribute")
                ? Optional.of(node)
                : Optional.empty();
    }

    private static void none(ScriptScene scene, ScriptFile file, SyntaxNode node, SyntaxNode value, double scale) {
        source(scene, file, value, node, scale);
        if (value.is("identifier")) {
            SyntaxNode scope = file.function(value).orElse(file.root());
            for (SyntaxNode made : scope.all("assignment")) {
                if (made.textOf("left").equals(value.text()) && made.start() < value.start()) {
                    made.child("right").ifPresent(right -> source(scene, file, right, node, scale));
                }
            }
        }
        PythonKeyRules.byUse(value, file)
                .forEach((neutral, prior) -> scene.replace(
                        file,
                        value,
                        "(" + value.text() + " or " + neutral + ")",
                        "value-or",
                        prior * 0.8 * scale,
                        value.text() + " may be None"));
        if (value.text().length() < 80) {
            String nothing =
                    value.is("identifier", "attribute") ? value.text() + " is None" : value.text() + " is None";
            Idioms.guard(scene, file, node, nothing, 0.62 * scale, true, value.text() + " may be None");
            Idioms.guard(scene, file, node, "not " + value.text(), 0.6 * scale, true, value.text() + " may be None");
        }
    }

    /** Where the None comes from: a method that gives none, a lookup without a default, a function that forgets to return. */
    private static void source(ScriptScene scene, ScriptFile file, SyntaxNode value, SyntaxNode use, double scale) {
        if (!value.is("call")) {
            return;
        }
        String function = value.textOf("function");
        String args = value.textOf("arguments");
        String on = function.contains(".") ? function.substring(0, function.lastIndexOf('.')) : "";
        if (function.endsWith(".sort")) {
            scene.replace(
                    file,
                    value,
                    "sorted(" + on + (args.equals("()") ? ")" : ", " + args.substring(1)),
                    "sorted",
                    0.94 * scale,
                    "sort() gives nothing back");
        } else if (function.endsWith(".reverse")) {
            scene.replace(file, value, on + "[::-1]", "reversed", 0.92 * scale, "reverse() gives nothing back");
        } else if (function.matches(".*\\.(append|add|update|extend|remove|insert)")) {
            file.statement(value)
                    .ifPresent(statement -> scene.replace(
                            file,
                            statement,
                            value.text(),
                            "keep-collection",
                            0.9 * scale,
                            function + "() changes the collection and gives nothing back"));
        } else if (function.endsWith(".get")
                && value.child("arguments")
                                .map(SyntaxNode::parts)
                                .orElse(List.of())
                                .size()
                        == 1) {
            PythonKeyRules.byUse(use.equals(value) ? value : use.is("identifier") ? use : value, file)
                    .forEach((neutral, prior) -> scene.replace(
                            file,
                            value,
                            function + args.substring(0, args.length() - 1) + ", " + neutral + ")",
                            "get-with-default",
                            prior * scale,
                            "the lookup may find nothing"));
        }
        for (ScriptFile each : scene.sources()) {
            for (SyntaxNode made : each.root().all("function_definition")) {
                if (made.textOf("name").equals(function.substring(function.lastIndexOf('.') + 1))) {
                    Returns.forgotten(scene, each, made, 0.9 * scale);
                }
            }
        }
    }

    private static void attribute(ScriptScene scene, ScriptFile file, int line, String owner, String wanted) {
        Set<String> known = new LinkedHashSet<>();
        Matcher meant = MEANT.matcher(scene.fault().message());
        Optional<String> hint = meant.find() ? Optional.of(meant.group(1)) : Optional.empty();
        for (ScriptFile each : scene.files().values()) {
            each.root().all("attribute").forEach(node -> known.add(node.textOf("attribute")));
            each.root().all("function_definition", "class_definition").forEach(node -> known.add(node.textOf("name")));
            each.root().all("class_definition").forEach(node -> node.all("assignment")
                    .forEach(made -> known.add(made.textOf("left"))));
        }
        known.addAll(List.of(
                "append",
                "extend",
                "strip",
                "lower",
                "upper",
                "items",
                "keys",
                "values",
                "startswith",
                "endswith",
                "join",
                "split",
                "total_seconds",
                "isoformat",
                "read",
                "write",
                "readlines",
                "encode",
                "decode",
                "replace",
                "count",
                "index",
                "insert",
                "pop",
                "get"));
        List<String> swapped =
                switch (wanted) {
                    case "push", "add" -> List.of("append");
                    case "append" -> List.of("add", "extend");
                    case "length", "size" -> List.of("__len__()");
                    case "iteritems" -> List.of("items");
                    case "has_key" -> List.of("__contains__");
                    case "trim" -> List.of("strip");
                    case "toLowerCase" -> List.of("lower");
                    case "toUpperCase" -> List.of("upper");
                    case "getattr" -> List.of("get");
                    default -> List.of();
                };
        for (SyntaxNode node : file.at(line)) {
            if (!node.is("attribute") || !node.textOf("attribute").equals(wanted)) {
                continue;
            }
            SyntaxNode name = node.child("attribute").orElse(node);
            hint.ifPresent(
                    near -> scene.replace(file, name, near, "nearest-attribute", 0.96, "Python itself names " + near));
            swapped.forEach(near ->
                    scene.replace(file, name, near, "right-method", 0.9, owner + " has no " + wanted + " but " + near));
            for (String near : Nearness.of(wanted, known)) {
                scene.replace(
                        file, name, near, "nearest-attribute", 0.88, wanted + " is called " + near + " elsewhere");
            }
            owned(scene, file, node, owner, wanted);
        }
    }

    private static void owned(ScriptScene scene, ScriptFile file, SyntaxNode node, String owner, String wanted) {
        SyntaxNode object = node.child("object").orElse(node);
        if (owner.matches("function|method|builtin_function_or_method")) {
            scene.replace(
                    file,
                    object,
                    object.text() + "()",
                    "call-it",
                    0.93,
                    "the function itself is used, not what it gives back");
        }
        if (owner.equals("coroutine")) {
            PythonTypeRules.await(scene, file, object);
        }
        if (owner.equals("dict")) {
            String key = "\"" + wanted + "\"";
            scene.replace(
                    file,
                    node,
                    object.text() + "[" + key + "]",
                    "item-not-attribute",
                    0.9,
                    "a dict holds items, not attributes");
            scene.replace(
                    file,
                    node,
                    object.text() + ".get(" + key + ")",
                    "item-not-attribute",
                    0.6,
                    "a dict holds items, not attributes");
        }
        if (owner.equals("list") || owner.equals("tuple")) {
            scene.replace(file, object, object.text() + "[0]", "first-element", 0.5, "a list of them is used as one");
        }
        if (owner.equals("int") || owner.equals("float")) {
            scene.replace(
                    file, object, "str(" + object.text() + ")", "text-of-number", 0.75, "a number has no " + wanted);
        }
        if (owner.equals("bytes")) {
            scene.replace(file, object, object.text() + ".decode()", "decode", 0.7, "bytes have no " + wanted);
        }
        for (SyntaxNode type : file.root().all("class_definition")) {
            if (type.textOf("name").equals(owner)) {
                initialise(scene, file, type, wanted, node);
            }
        }
    }

    private static void initialise(ScriptScene scene, ScriptFile file, SyntaxNode type, String wanted, SyntaxNode use) {
        for (SyntaxNode init : type.all("function_definition")) {
            List<SyntaxNode> statements =
                    init.child("body").map(SyntaxNode::parts).orElse(List.of());
            if (!init.textOf("name").equals("__init__") || statements.isEmpty()) {
                continue;
            }
            SyntaxNode last = statements.get(statements.size() - 1);
            Set<String> values = new LinkedHashSet<>();
            if (file.names(init).contains(wanted)) {
                values.add(wanted);
            }
            String around = use.parent().map(SyntaxNode::text).orElse("");
            values.add(
                    around.matches("(?s).*\\.(append|extend|insert)")
                            ? "[]"
                            : around.matches("(?s).*\\.add") ? "set()" : around.contains("[") ? "{}" : "None");
            values.addAll(List.of("[]", "{}", "0", "None"));
            double prior = 0.86;
            for (String value : values) {
                TextEdit edit = ScriptScene.following(file, last, "self." + wanted + " = " + value);
                scene.add(List.of(edit), "initialise-attribute", prior, false, "no one ever sets " + wanted);
                prior *= 0.85;
            }
        }
    }
}
