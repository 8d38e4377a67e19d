package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Conditions that ask too little, too much, or the opposite. */
final class ConditionMutations {
    private final ScriptScene scene;
    private final ScriptFile file;
    private final Tongue tongue;

    ConditionMutations(ScriptScene scene, ScriptFile file) {
        this.scene = scene;
        this.file = file;
        this.tongue = file.tongue();
    }

    void propose(SyntaxNode holder, double score) {
        double scale = 0.3 + 0.7 * score;
        SyntaxNode condition = holder.child("condition").orElse(holder);
        SyntaxNode inner =
                condition.is("parenthesized_expression") && !condition.parts().isEmpty()
                        ? condition.parts().get(0)
                        : condition;
        scene.replace(
                file,
                inner,
                tongue.not(tongue.both(inner) || tongue.comparison(inner) ? "(" + inner.text() + ")" : inner.text()),
                "negate",
                0.3 * scale,
                "the condition is the wrong way round");
        String and = tongue == Tongue.PYTHON ? " and " : " && ";
        String or = tongue == Tongue.PYTHON ? " or " : " || ";
        for (String other : others(holder, inner)) {
            scene.replace(
                    file,
                    inner,
                    inner.text() + and + other,
                    "ask-more",
                    0.22 * scale,
                    "it must also hold that " + other);
            scene.replace(
                    file, inner, inner.text() + or + other, "ask-less", 0.2 * scale, "it is enough that " + other);
            scene.replace(
                    file,
                    inner,
                    other + and + inner.text(),
                    "ask-more",
                    0.18 * scale,
                    "it must also hold that " + other);
        }
        if (holder.is("if_statement") && tongue == Tongue.PYTHON && inner.is("identifier", "attribute")) {
            scene.replace(
                    file,
                    inner,
                    inner.text() + " is not None",
                    "none-not-empty",
                    0.4 * scale,
                    "nothing and zero are not the same");
        }
        if (inner.is("not_operator")) {
            scene.replace(
                    file,
                    inner,
                    inner.textOf("argument") + " is None",
                    "none-not-empty",
                    0.4 * scale,
                    "nothing and zero are not the same");
        }
        if (tongue == Tongue.NODE && inner.is("unary_expression")) {
            scene.replace(
                    file,
                    inner,
                    inner.textOf("argument") + " === undefined",
                    "none-not-empty",
                    0.34 * scale,
                    "nothing and zero are not the same");
            scene.replace(
                    file,
                    inner,
                    inner.textOf("argument") + " == null",
                    "none-not-empty",
                    0.34 * scale,
                    "nothing and zero are not the same");
        }
        if (holder.is("if_statement") && tongue == Tongue.PYTHON) {
            scene.add(
                    List.of(new dev.tracemend.agent.edit.TextEdit(
                            file.path(), holder.start(), holder.start() + 2, "while")),
                    "while",
                    0.18 * scale,
                    false,
                    "it must be done as long as the condition holds");
        }
    }

    /** Conditions that other places of the function ask, and simple ones about its names. */
    private Set<String> others(SyntaxNode holder, SyntaxNode inner) {
        Set<String> found = new LinkedHashSet<>();
        SyntaxNode scope = file.function(holder).orElse(file.root());
        for (SyntaxNode each : scope.all(tongue::comparison)) {
            if (!inner.holds(each) && each.text().length() < 60) {
                found.add(each.text());
            }
        }
        for (String name : file.names(scope)) {
            found.add(name);
            found.add(tongue.not(name));
        }
        List<String> names = file.names(scope).stream().limit(6).toList();
        for (String a : names) {
            for (String b : names) {
                if (!a.equals(b)) {
                    found.add(a + " > " + b);
                    found.add(a + (tongue == Tongue.PYTHON ? " == " : " === ") + b);
                }
            }
        }
        return new LinkedHashSet<>(found.stream().limit(24).toList());
    }
}
