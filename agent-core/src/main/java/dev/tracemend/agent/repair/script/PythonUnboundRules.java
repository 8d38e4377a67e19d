package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A local variable that is not set on every way: UnboundLocalError. */
final class PythonUnboundRules implements ScriptRule {
    private static final Pattern NAME = Pattern.compile("(?s).*?variable '(\\w{1,80})'.*");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.PYTHON && fault.is("UnboundLocalError");
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        Matcher name = NAME.matcher(scene.fault().message());
        if (depth == 0 && name.matches()) {
            unbound(scene, file, line, name.group(1));
        }
    }

    private static void unbound(ScriptScene scene, ScriptFile file, int line, String name) {
        Optional<SyntaxNode> function = file.functionAt(line);
        if (function.isEmpty()) {
            return;
        }
        SyntaxNode body = function.get().child("body").orElse(function.get());
        List<SyntaxNode> statements = body.parts();
        if (file.topNames().contains(name) && !statements.isEmpty()) {
            scene.before(
                    file,
                    statements.get(0),
                    "global " + name,
                    "global",
                    0.92,
                    false,
                    name + " is the module's, and is assigned here");
        }
        Optional<SyntaxNode> outer = function.get().above(file.tongue()::function);
        if (outer.filter(around -> file.names(around).contains(name)).isPresent()) {
            scene.before(
                    file,
                    statements.get(0),
                    "nonlocal " + name,
                    "nonlocal",
                    0.93,
                    false,
                    name + " is the outer function's, and is assigned here");
        }
        Set<String> values = initial(file, function.get(), name);
        for (SyntaxNode statement : statements) {
            boolean first = statement.all("identifier").stream()
                    .anyMatch(each -> each.text().equals(name));
            if (first) {
                boolean nothing = Idioms.saysNothing(function.get(), file.tongue());
                double prior = nothing ? 0.6 : 0.86;
                for (String value : values) {
                    scene.before(
                            file,
                            statement,
                            name + " = " + value,
                            "initialise",
                            nothing && value.equals("None") ? 0.93 : prior,
                            false,
                            name + " is not set on every way");
                    prior *= 0.9;
                }
                break;
            }
        }
        Set<String> known = new LinkedHashSet<>(file.names(function.get()));
        for (SyntaxNode node : file.at(line)) {
            if (node.is("identifier") && node.text().equals(name)) {
                Nearness.of(name, known)
                        .forEach(near -> scene.replace(file, node, near, "nearest-name", 0.8, near + " may be meant"));
            }
        }
    }

    private static Set<String> initial(ScriptFile file, SyntaxNode function, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (SyntaxNode node : function.all("augmented_assignment")) {
            if (node.textOf("left").equals(name)) {
                String right = node.textOf("right");
                values.add(
                        right.startsWith("[")
                                ? "[]"
                                : right.matches("f?[\"'].*")
                                        ? "\"\""
                                        : file.tongue().operator(node).startsWith("*") ? "1" : "0");
            }
        }
        for (SyntaxNode node : function.all("assignment")) {
            if (node.textOf("left").equals(name)) {
                SyntaxNode right = node.child("right").orElse(node);
                String text = right.text();
                values.add(
                        right.is("true", "false")
                                ? (right.is("true") ? "False" : "True")
                                : right.is("list", "list_comprehension")
                                        ? "[]"
                                        : right.is("dictionary")
                                                ? "{}"
                                                : right.is("string")
                                                        ? "\"\""
                                                        : file.tongue().number(right)
                                                                        || file.tongue()
                                                                                .arithmetic(right)
                                                                ? "0"
                                                                : "None");
                if (right.all("identifier").isEmpty() && text.length() < 40) {
                    values.add(text);
                }
            }
        }
        if (function.text().matches("(?s).*\\b" + name + "\\.append.*")) {
            values.add("[]");
        }
        values.addAll(List.of("None", "0", "[]"));
        return values;
    }
}
