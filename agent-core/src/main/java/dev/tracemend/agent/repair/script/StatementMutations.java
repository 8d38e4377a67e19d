package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statements that stand too deep, too late, or not at all. */
final class StatementMutations {
    private final ScriptScene scene;
    private final ScriptFile file;
    private final Map<Integer, Double> lines;
    private final Tongue tongue;

    StatementMutations(ScriptScene scene, ScriptFile file, Map<Integer, Double> lines) {
        this.scene = scene;
        this.file = file;
        this.lines = lines;
        this.tongue = file.tongue();
    }

    void propose() {
        Set<SyntaxNode> functions = new LinkedHashSet<>();
        for (SyntaxNode statement : file.root().all(tongue::statement)) {
            Double score = lines.get(statement.line());
            if (score == null) {
                continue;
            }
            double scale = 0.3 + 0.7 * score;
            file.function(statement).ifPresent(functions::add);
            outdent(statement, scale);
            guards(statement, scale);
            donors(statement, scale);
            waits(statement, scale);
            if (statement.is("break_statement", "continue_statement")) {
                String other = statement.is("break_statement") ? "continue" : "break";
                scene.replace(
                        file,
                        statement,
                        other + (tongue == Tongue.NODE ? ";" : ""),
                        "break-continue",
                        0.36 * scale,
                        other + " is meant");
            }
        }
        for (SyntaxNode function : functions) {
            double scale = 0.3
                    + 0.7
                            * lines.entrySet().stream()
                                    .filter(e -> function.line() <= e.getKey() && e.getKey() <= function.lastLine())
                                    .mapToDouble(Map.Entry::getValue)
                                    .max()
                                    .orElse(0);
            Returns.forgotten(scene, file, function, 0.44 * scale);
            defaults(function, scale);
        }
    }

    /** A statement at the end of a block may belong behind the block; what is set in a loop may belong before it. */
    private void outdent(SyntaxNode statement, double scale) {
        Optional<SyntaxNode> block = statement.parent().filter(up -> up.is(tongue.block));
        Optional<SyntaxNode> holder = block.flatMap(SyntaxNode::parent)
                .filter(up -> tongue.loop(up) || up.is("if_statement", "else_clause", "elif_clause"));
        if (holder.isEmpty()) {
            return;
        }
        SyntaxNode around = tongue.loop(holder.get()) || holder.get().is("if_statement")
                ? holder.get()
                : holder.get().above(up -> up.is("if_statement")).orElse(holder.get());
        List<SyntaxNode> all = block.get().parts();
        boolean last = all.get(all.size() - 1).equals(statement) && all.size() > 1;
        boolean first = all.get(0).equals(statement) && all.size() > 1;
        int from = file.lineStart(statement);
        int to = Math.min(file.text().length(), statement.end() + 1);
        if (last && statement.lastLine() == statement.line()) {
            scene.add(
                    List.of(
                            new TextEdit(file.path(), Math.max(0, from - 1), statement.end(), ""),
                            ScriptScene.following(file, around, statement.text())),
                    "outdent",
                    (statement.is("return_statement") ? 0.5 : 0.32) * scale,
                    false,
                    "it belongs behind the block, not into it");
        }
        if (first && tongue.loop(around) && statement.lastLine() == statement.line()) {
            scene.add(
                    List.of(
                            ScriptScene.insertion(file, around, statement.text()),
                            new TextEdit(file.path(), from, to, "")),
                    "before-loop",
                    0.34 * scale,
                    false,
                    "it belongs before the loop, not into it");
        }
    }

    private void guards(SyntaxNode statement, double scale) {
        SyntaxNode scope = file.function(statement).orElse(file.root());
        if (!tongue.function(scope)) {
            return;
        }
        boolean first = scope.child("body")
                .map(SyntaxNode::parts)
                .filter(all -> !all.isEmpty() && all.get(0).equals(statement))
                .isPresent();
        boolean loop = tongue.loop(statement) || statement.is("return_statement");
        if (!first && !loop) {
            return;
        }
        List<String> parameters = Parameters.of(scope).stream()
                .filter(name -> !name.matches("self|cls"))
                .limit(4)
                .toList();
        List<Idioms.Exit> exits = Idioms.exits(file, statement);
        for (String name : parameters) {
            for (Idioms.Exit exit : exits.subList(0, Math.min(4, exits.size()))) {
                for (String condition : conditions(scope, name)) {
                    scene.before(
                            file,
                            statement,
                            Idioms.when(file, condition, exit.text()),
                            "guard",
                            0.24 * exit.fit() * scale,
                            false,
                            "where " + condition + " it leaves with " + exit.text());
                }
            }
            for (String other : parameters) {
                scene.before(
                        file,
                        statement,
                        Idioms.when(file, conditions(scope, name).get(0), "return " + other),
                        "guard",
                        0.16 * scale,
                        false,
                        "where there is no " + name + " it is " + other);
            }
        }
    }

    private List<String> conditions(SyntaxNode scope, String name) {
        List<String> found = new ArrayList<>();
        boolean list = scope.text().contains(name + ".length") || scope.text().contains(name + "[");
        found.add(tongue == Tongue.NODE && list ? name + ".length === 0" : tongue.not(name));
        found.add(tongue == Tongue.PYTHON ? name + " <= 0" : name + " == null");
        return found;
    }

    /** A statement that a neighbouring function has with the same names, or one that is nearly always needed. */
    private void donors(SyntaxNode statement, double scale) {
        SyntaxNode scope = file.function(statement).orElse(file.root());
        Set<String> known = new LinkedHashSet<>(file.names(scope));
        Set<String> texts = new LinkedHashSet<>();
        for (SyntaxNode other : file.root().all("expression_statement")) {
            boolean brief = other.text().length() < 80
                    && other.lastLine() == other.line()
                    && !other.text().matches("(?s)[\"'].*");
            boolean same = other.all("identifier").stream()
                    .filter(name ->
                            !name.field().equals("attribute") && !name.field().equals("function"))
                    .allMatch(name -> known.contains(name.text())
                            || name.text().equals("self")
                            || file.topNames().contains(name.text()));
            if (brief && same && !other.equals(statement)) {
                texts.add(other.text());
            }
        }
        for (String name : known) {
            boolean grown =
                    scope.text().matches("(?s).*\\b" + java.util.regex.Pattern.quote(name) + "\\s*(\\+=|<|<=)\\s.*");
            if (grown && tongue == Tongue.PYTHON) {
                texts.add(name + " += 1");
            } else if (grown) {
                texts.add(name + " += 1;");
            }
            if (scope.text().contains(name + " = set()") || scope.text().contains("in " + name)) {
                known.stream()
                        .limit(6)
                        .filter(each -> !each.equals(name))
                        .forEach(each -> texts.add(name + ".add(" + each + ")"));
            }
        }
        texts.stream().limit(14).forEach(text -> {
            scene.add(
                    List.of(ScriptScene.following(file, statement, text)),
                    "add-statement",
                    0.18 * scale,
                    false,
                    "it lacks " + text);
            scene.add(
                    List.of(ScriptScene.insertion(file, statement, text)),
                    "add-statement",
                    0.15 * scale,
                    false,
                    "it lacks " + text);
        });
        Set<String> fields = new LinkedHashSet<>(Parameters.of(scope));
        if (scope.textOf("name").matches("__init__|constructor")) {
            String self = tongue == Tongue.PYTHON ? "self." : "this.";
            fields.stream()
                    .filter(name -> !name.equals("self") && !scope.text().contains(self + name))
                    .forEach(name -> scene.add(
                            List.of(ScriptScene.following(
                                    file, statement, self + name + " = " + name + (tongue == Tongue.NODE ? ";" : ""))),
                            "keep-parameter",
                            0.5 * scale,
                            false,
                            name + " is not kept"));
        }
    }

    private void waits(SyntaxNode statement, double scale) {
        boolean async = file.function(statement)
                .filter(function -> function.text().startsWith("async"))
                .isPresent();
        if (!async) {
            return;
        }
        for (SyntaxNode call : statement.all(tongue::call)) {
            boolean waited = call.parent()
                    .filter(up -> up.is("await", "await_expression"))
                    .isPresent();
            if (!waited && file.statement(call).filter(statement::equals).isPresent()) {
                boolean inner = call.parent()
                        .filter(up -> tongue.attribute(up) || tongue.subscript(up))
                        .isPresent();
                scene.replace(
                        file,
                        call,
                        inner ? "(await " + call.text() + ")" : "await " + call.text(),
                        "await",
                        0.55 * scale,
                        "its result is never waited for");
            }
        }
    }

    /** A default that is made once and shared by all calls. */
    private void defaults(SyntaxNode function, double scale) {
        List<SyntaxNode> body = function.child("body").map(SyntaxNode::parts).orElse(List.of());
        if (tongue != Tongue.PYTHON || body.isEmpty()) {
            return;
        }
        boolean documented =
                body.get(0).is("expression_statement") && body.get(0).text().matches("(?s)[\"'].*") && body.size() > 1;
        SyntaxNode first = body.get(documented ? 1 : 0);
        for (SyntaxNode parameter :
                function.child("parameters").map(SyntaxNode::parts).orElse(List.of())) {
            SyntaxNode value = parameter.child("value").orElse(parameter);
            if (parameter.is("default_parameter", "typed_default_parameter")
                    && value.text().matches("\\[\\]|\\{\\}|set\\(\\)|list\\(\\)|dict\\(\\)")) {
                String name = parameter.textOf("name");
                TextEdit guard = ScriptScene.insertion(
                        file, first, "if " + name + " is None:\n" + file.step() + name + " = " + value.text());
                scene.add(
                        List.of(new TextEdit(file.path(), value.start(), value.end(), "None"), guard),
                        "fresh-default",
                        0.8 * scale,
                        false,
                        "the default " + value.text() + " is made once and shared by all calls");
            }
        }
    }
}
