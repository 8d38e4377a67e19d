package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Properties of undefined or null, in JavaScript: where the value comes from first, guards last. */
final class NodeUndefinedRules implements ScriptRule {
    private static final Pattern READING = Pattern.compile(
            "(?s)Cannot (?:read|set) propert(?:y|ies) (?:'(\\w+)' )?of (undefined|null)(?: \\((?:reading|setting) '([^']{1,80})'\\))?.*");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.NODE
                && fault.is("TypeError")
                && READING.matcher(fault.message()).matches();
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        String said = scene.fault().message();
        double scale = depth == 0 ? 1 : 0.6;
        Matcher reading = READING.matcher(said);
        String wanted = !reading.matches()
                ? ""
                : reading.group(3) != null ? reading.group(3) : reading.group(1) != null ? reading.group(1) : "";
        for (SyntaxNode node : file.at(line)) {
            if (node.is("member_expression")
                            && !wanted.isEmpty()
                            && node.textOf("property").equals(wanted)
                    || node.is("subscript_expression") && reading.matches()) {
                node.child("object").ifPresent(object -> absent(scene, file, node, object, scale));
            }
        }
        if (depth == 0 && reading.matches()) {
            ScriptLoopBounds.propose(scene, file, line, 1);
        }
    }

    private static void absent(ScriptScene scene, ScriptFile file, SyntaxNode node, SyntaxNode object, double scale) {
        origin(scene, file, object, scale);
        object.all("identifier").forEach(name -> missingWait(scene, file, name));
        missingWait(scene, file, object);
        near(scene, file, object);
        String text = object.text();
        if (text.equals("this")) {
            lostThis(scene, file, node);
        }
        String wanted = node.textOf("property");
        String neutral = wanted.matches("length|size|count|total|price|amount|quantity")
                ? "0"
                : wanted.matches("map|filter|forEach|reduce|find|some|every|slice|join|sort|push") ? "[]" : "{}";
        if (neutral.equals("[]") || neutral.equals("{}")) {
            scene.replace(
                    file,
                    object,
                    "(" + text + " ?? " + neutral + ")",
                    "value-or",
                    0.62 * scale,
                    text + " may be missing");
        }
        optional(scene, file, node, neutral, scale);
        String absent = file.text().contains("=== undefined") ? text + " === undefined" : "!" + text;
        if (text.length() < 80) {
            Idioms.guard(scene, file, node, absent, 0.72 * scale, true, text + " may be missing");
            refusals(scene, file, node, absent, scale);
        }
    }

    /** What neighbours throw or answer when the same is missing. */
    private static void refusals(ScriptScene scene, ScriptFile file, SyntaxNode node, String absent, double scale) {
        Set<String> known = new LinkedHashSet<>();
        for (SyntaxNode condition : file.root().all("if_statement")) {
            boolean negated = condition.textOf("condition").startsWith("(!");
            String body = condition.textOf("consequence");
            if (negated && body.length() < 200 && body.matches("(?s).*(throw|return).*")) {
                known.add(body);
            }
        }
        file.statement(node).ifPresent(statement -> known.stream()
                .limit(4)
                .forEach(body -> scene.before(
                        file,
                        statement,
                        "if (" + absent + ") "
                                + body.replaceAll("(?m)^[ \\t]+(?=\\})", "")
                                        .replaceAll("(?m)^[ \\t]+(?=[^\\s}])", file.step()),
                        "sibling-guard",
                        0.84 * scale,
                        false,
                        "its neighbours answer so")));
    }

    private static void optional(ScriptScene scene, ScriptFile file, SyntaxNode node, String neutral, double scale) {
        if (!node.is("member_expression")) {
            return;
        }
        String chained = node.textOf("object") + "?." + node.textOf("property");
        scene.replace(file, node, chained, "optional-chain", 0.5 * scale, node.textOf("object") + " may be missing");
        boolean call = node.field().equals("function");
        SyntaxNode whole = call ? node.parent().orElse(node) : node;
        String rest = call ? chained + whole.textOf("arguments") : chained;
        Set<String> defaults = new LinkedHashSet<>();
        for (SyntaxNode other : file.root().all("binary_expression")) {
            if (other.text().matches("(?s).*(\\?\\?|\\|\\|).*")
                    && other.child("right")
                            .filter(right -> right.is("string", "number", "array", "null", "object"))
                            .isPresent()) {
                defaults.add(other.textOf("right"));
            }
        }
        double prior = 0.74;
        for (String value : defaults) {
            scene.replace(
                    file,
                    whole,
                    "(" + rest + " ?? " + value + ")",
                    "optional-default",
                    prior * scale,
                    node.textOf("object") + " may be missing, which elsewhere stands for " + value);
            prior *= 0.9;
        }
        scene.replace(
                file,
                whole,
                "(" + rest + " ?? " + (neutral.equals("{}") ? "''" : neutral) + ")",
                "optional-default",
                0.45 * scale,
                node.textOf("object") + " may be missing");
        scene.replace(
                file,
                whole,
                "(" + rest + " ?? null)",
                "optional-default",
                0.4 * scale,
                node.textOf("object") + " may be missing");
    }

    /** A function that forgets to give something back; a variable that is never filled. */
    static void origin(ScriptScene scene, ScriptFile file, SyntaxNode object, double scale) {
        List<SyntaxNode> calls = new ArrayList<>(file.tongue().call(object) ? List.of(object) : List.of());
        SyntaxNode scope = file.function(object).orElse(file.root());
        for (SyntaxNode made : scope.all("variable_declarator", "assignment_expression")) {
            String name = made.textOf("name") + made.textOf("left");
            if (name.equals(object.text())) {
                made.all("call_expression").forEach(calls::add);
            }
        }
        for (SyntaxNode call : calls) {
            String name = call.textOf("function").replaceFirst(".*\\.", "");
            for (ScriptFile each : scene.sources()) {
                for (SyntaxNode made :
                        each.root().all("function_declaration", "method_definition", "variable_declarator")) {
                    if (made.textOf("name").equals(name)) {
                        SyntaxNode function = made.is("variable_declarator")
                                ? made.child("value")
                                        .filter(each.tongue()::function)
                                        .orElse(made)
                                : made;
                        Returns.forgotten(scene, each, function, 0.88 * scale);
                    }
                }
            }
            for (SyntaxNode inner : call.all("arrow_function")) {
                inner.child("body")
                        .filter(body -> body.is("statement_block"))
                        .ifPresent(body -> Returns.forgotten(scene, file, inner, 0.84 * scale));
            }
        }
    }

    /** Waiting makes sense in an async function alone. */
    private static void missingWait(ScriptScene scene, ScriptFile file, SyntaxNode object) {
        if (file.function(object)
                .filter(function -> function.text().startsWith("async"))
                .isPresent()) {
            PythonTypeRules.await(scene, file, object);
        }
    }

    /** A property that is called otherwise where it is set. */
    private static void near(ScriptScene scene, ScriptFile file, SyntaxNode object) {
        if (!object.is("member_expression")) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        for (ScriptFile each : scene.files().values()) {
            each.root()
                    .all("property_identifier", "shorthand_property_identifier")
                    .forEach(name -> known.add(name.text()));
        }
        SyntaxNode property = object.child("property").orElse(object);
        Nearness.of(property.text(), known)
                .forEach(name -> scene.replace(
                        file,
                        property,
                        name,
                        "nearest-property",
                        0.84,
                        property.text() + " is called " + name + " elsewhere"));
    }

    /** A method handed on loses its object. */
    private static void lostThis(ScriptScene scene, ScriptFile file, SyntaxNode node) {
        file.function(node)
                .filter(function -> function.is("function_expression"))
                .ifPresent(function -> {
                    String head = function.textOf("parameters") + " => " + function.textOf("body");
                    scene.replace(file, function, head, "arrow", 0.9, "in a plain function this is another");
                });
        String name =
                file.function(node).map(function -> function.textOf("name")).orElse("");
        for (ScriptFile each : scene.sources()) {
            for (SyntaxNode member : each.root().all("member_expression")) {
                boolean argument =
                        member.parent().filter(up -> up.is("arguments")).isPresent();
                if (argument && member.textOf("property").equals(name)) {
                    scene.replace(
                            each,
                            member,
                            "(...args) => " + member.text() + "(...args)",
                            "keep-this",
                            0.9,
                            "a method handed on loses its object");
                }
            }
        }
    }
}
