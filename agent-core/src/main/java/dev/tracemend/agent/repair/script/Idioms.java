package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the code around does it: what functions give back when there is nothing, and which guards neighbours have. */
final class Idioms {
    private Idioms() {}

    /** A statement that leaves, with how well it fits here, 0 to 1. */
    record Exit(String text, double fit) {}

    /** Ways to leave the function or the round of the loop at a node, the best first. */
    static List<Exit> exits(ScriptFile file, SyntaxNode node) {
        Map<String, Double> found = new LinkedHashMap<>();
        Tongue tongue = file.tongue();
        Optional<SyntaxNode> function = file.function(node);
        boolean inLoop = node.above(up -> tongue.loop(up) || tongue.function(up))
                .filter(tongue::loop)
                .isPresent();
        if (inLoop) {
            found.put("continue", 0.9);
        }
        if (function.isPresent()) {
            for (SyntaxNode given : function.get().all("return_statement")) {
                if (guarded(file, given) && given.start() < node.start()) {
                    found.merge(bare(given.text()), 1.0, Math::max);
                }
            }
            for (String neutral : neutrals(file, function.get())) {
                found.putIfAbsent(neutral.isEmpty() ? "return" : "return " + neutral, inLoop ? 0.5 : 0.85);
            }
            for (SyntaxNode given : file.root().all("return_statement")) {
                if (guarded(file, given) && constant(given)) {
                    found.putIfAbsent(bare(given.text()), 0.55);
                }
            }
            found.putIfAbsent("return " + tongue.nothing(), 0.4);
            if (saysNothing(function.get(), tongue)) {
                found.replaceAll((text, fit) -> text.equals("continue") ? fit : fit * 0.7);
                found.put("return " + tongue.nothing(), 1.0);
            }
        }
        List<Exit> exits = new ArrayList<>();
        found.forEach((text, fit) -> exits.add(new Exit(text, fit)));
        exits.sort((a, b) -> Double.compare(b.fit(), a.fit()));
        return exits.subList(0, Math.min(8, exits.size()));
    }

    /** Whether what is written about a function says that it may give nothing. */
    static boolean saysNothing(SyntaxNode function, Tongue tongue) {
        String head = function.text().substring(0, Math.min(600, function.text().length()));
        return tongue == Tongue.PYTHON && head.matches("(?s).*(or None\\b|-> *(Optional|None)|\\| None\\b).*");
    }

    /** The values that a function gives back where it has nothing, by the kind of what it gives back else. */
    static List<String> neutrals(ScriptFile file, SyntaxNode function) {
        List<String> found = new ArrayList<>();
        boolean gives = false;
        for (SyntaxNode given : function.all("return_statement")) {
            List<SyntaxNode> parts = given.parts();
            if (!parts.isEmpty()
                    && file.function(given).filter(function::equals).isPresent()) {
                gives = true;
                neutral(file, function, parts.get(0))
                        .filter(value -> !found.contains(value))
                        .ifPresent(found::add);
            }
        }
        return gives ? found : List.of("");
    }

    private static Optional<String> neutral(ScriptFile file, SyntaxNode function, SyntaxNode value) {
        Tongue tongue = file.tongue();
        if (value.is("identifier")) {
            return function.all("assignment", "variable_declarator").stream()
                    .filter(made -> (made.textOf("left") + made.textOf("name")).equals(value.text()))
                    .map(made -> made.child("right").or(() -> made.child("value")))
                    .flatMap(Optional::stream)
                    .filter(made -> !made.is("identifier"))
                    .findFirst()
                    .flatMap(made -> neutral(file, function, made));
        }
        if (value.is("list", "list_comprehension", "array")
                || value.text().matches("(?s)(sorted|list)\\(.*|.*\\.(map|filter|slice|sort)\\(.*")) {
            return Optional.of("[]");
        }
        if (value.is("dictionary", "dictionary_comprehension", "object")) {
            return Optional.of("{}");
        }
        if (value.is("string", "template_string")
                || value.text().matches("(?s).*\\.(join|format|strip|lower|upper|trim|toUpperCase|toLowerCase)\\(.*")) {
            return Optional.of(
                    value.text().startsWith("'")
                                    || tongue == Tongue.NODE && file.text().contains("''")
                            ? "''"
                            : "\"\"");
        }
        if (value.is("float")
                || value.is("binary_operator")
                        && value.text().contains("/")
                        && !value.text().contains("//")
                        && file.text().contains("return 0.0")) {
            return Optional.of("0.0");
        }
        if (tongue.number(value)
                || tongue.arithmetic(value)
                || value.text().matches("(?s)(sum|len|round|int|float|Math\\.\\w+|Number)\\(.*")) {
            return Optional.of("0");
        }
        if (tongue.comparison(value) || tongue.both(value) || value.is("true", "false", "not_operator")) {
            return Optional.of(tongue.truth(false));
        }
        return Optional.empty();
    }

    /** Whether a return stands alone under a condition. */
    private static boolean guarded(ScriptFile file, SyntaxNode given) {
        Optional<SyntaxNode> block = given.parent();
        Optional<SyntaxNode> holder =
                block.filter(up -> up.is(file.tongue().block)).isPresent() ? block.flatMap(SyntaxNode::parent) : block;
        return holder.filter(up -> up.is("if_statement")).isPresent();
    }

    private static boolean constant(SyntaxNode given) {
        return given.parts().isEmpty() || given.parts().get(0).all("identifier").isEmpty();
    }

    private static String bare(String statement) {
        return statement.endsWith(";") ? statement.substring(0, statement.length() - 1) : statement;
    }

    /** Proposes to leave before a statement when a condition holds, in all fitting ways. */
    static void guard(
            ScriptScene scene,
            ScriptFile file,
            SyntaxNode at,
            String condition,
            double prior,
            boolean symptom,
            String why) {
        file.statement(at).ifPresent(statement -> {
            List<Exit> exits = new ArrayList<>(copied(file, condition));
            exits.addAll(exits(file, statement));
            for (Exit exit : exits) {
                boolean known = exit.fit() >= 1.0;
                scene.before(
                        file,
                        statement,
                        when(file, condition, exit.text()),
                        known ? "sibling-guard" : "guard",
                        prior * exit.fit(),
                        symptom && !known,
                        why + ": leaves with " + exit.text());
            }
        });
    }

    /** How neighbours leave on the very same condition. */
    private static List<Exit> copied(ScriptFile file, String condition) {
        List<Exit> found = new ArrayList<>();
        for (SyntaxNode each : file.root().all("if_statement")) {
            String asked = each.textOf("condition").replaceAll("^\\((.*)\\)$", "$1");
            List<SyntaxNode> body = each.child("consequence").map(SyntaxNode::parts).orElse(List.of());
            boolean leaves = body.size() == 1 && body.get(0).is("return_statement", "continue_statement");
            if (leaves && asked.equals(condition) && body.get(0).text().length() < 60) {
                found.add(new Exit(bare(body.get(0).text()), 1.15));
            }
        }
        return found;
    }

    /** A condition with one statement below it. */
    static String when(ScriptFile file, String condition, String statement) {
        return file.tongue() == Tongue.PYTHON
                ? "if " + condition + ":\n" + file.step() + statement
                : "if (" + condition + ") {\n" + file.step() + statement + ";\n}";
    }
}
