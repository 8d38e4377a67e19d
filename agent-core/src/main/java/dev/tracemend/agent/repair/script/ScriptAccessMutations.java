package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** What people mistype when they name things: another variable, member, key or index. */
final class ScriptAccessMutations {
    private final ScriptScene scene;
    private final ScriptFile file;
    private final Tongue tongue;

    ScriptAccessMutations(ScriptScene scene, ScriptFile file) {
        this.scene = scene;
        this.file = file;
        this.tongue = file.tongue();
    }

    /** Proposes for a node, of whatever kind it is. */
    void propose(SyntaxNode node, double score) {
        if (node.is("identifier")) {
            names(node, score);
        }
        if (tongue.attribute(node)) {
            members(node, score);
        }
        if (tongue.subscript(node)) {
            elements(node, score);
        }
    }

    private void names(SyntaxNode node, double score) {
        boolean written = node.field().matches("left|name|parameter")
                || node.parent()
                                .filter(up -> up.is(
                                        "parameters",
                                        "formal_parameters",
                                        "dotted_name",
                                        "keyword_argument",
                                        "default_parameter",
                                        "typed_parameter",
                                        "import_specifier",
                                        "aliased_import"))
                                .isPresent()
                        && !node.field().equals("value");
        boolean called = node.field().equals("function") || node.field().equals("constructor");
        if (written || called) {
            return;
        }
        Set<String> known =
                new LinkedHashSet<>(file.function(node).map(file::names).orElse(Set.of()));
        for (String other : known) {
            if (!other.equals(node.text())) {
                double near = Nearness.far(node.text(), other) < 3 ? 0.34 : 0.24;
                put(node, other, "variable", near, score, other + " is meant instead of " + node.text());
            }
        }
    }

    private void members(SyntaxNode node, double score) {
        SyntaxNode name = node.child(tongue.member).orElse(node);
        String object = node.textOf("object");
        boolean assigned = node.field().equals("right")
                && node.parent()
                        .filter(up -> up.is("assignment", "assignment_expression"))
                        .isPresent();
        if (assigned) {
            put(node, node.text() + " + 1", "off-by-one", 0.4, score, "it is off by one");
            put(node, node.text() + " - 1", "off-by-one", 0.36, score, "it is off by one");
        }
        Set<String> known = new LinkedHashSet<>();
        boolean method = node.field().equals("function");
        for (SyntaxNode other : file.root().all(tongue::attribute)) {
            if (other.textOf("object").equals(object) && other.field().equals("function") == method) {
                known.add(other.textOf(tongue.member));
            }
        }
        known.stream()
                .limit(12)
                .forEach(other ->
                        put(name, other, "member", 0.24, score, other + " is meant instead of " + name.text()));
    }

    private void elements(SyntaxNode node, double score) {
        SyntaxNode index = node.child(tongue.index).orElse(node);
        if (index.is("string")) {
            Set<String> keys = new LinkedHashSet<>();
            file.root().all(tongue::subscript).forEach(other -> other.child(tongue.index)
                    .filter(key -> key.is("string"))
                    .ifPresent(key -> keys.add(key.text())));
            keys.stream()
                    .limit(12)
                    .forEach(key -> put(index, key, "key", 0.24, score, key + " is meant instead of " + index.text()));
            return;
        }
        if (index.is("slice")) {
            for (SyntaxNode part : index.parts()) {
                if (!tongue.number(part)) {
                    put(part, part.text() + " + 1", "off-by-one", 0.36, score, "the slice is off by one");
                    put(part, part.text() + " - 1", "off-by-one", 0.34, score, "the slice is off by one");
                }
            }
            if (index.text().endsWith(":") && index.parts().size() == 1) {
                put(index, ":" + index.parts().get(0).text(), "slice-side", 0.26, score, "the other part is wanted");
            } else if (index.text().startsWith(":") && index.parts().size() == 1) {
                put(index, index.parts().get(0).text() + ":", "slice-side", 0.26, score, "the other part is wanted");
                put(index, ":-" + index.parts().get(0).text(), "slice-side", 0.2, score, "the other part is wanted");
                put(
                        index,
                        "-" + index.parts().get(0).text() + ":",
                        "slice-side",
                        0.3,
                        score,
                        "the last ones are wanted");
            }
            return;
        }
        if (!tongue.number(index)) {
            put(index, index.text() + " - 1", "off-by-one", 0.36, score, "the index is off by one");
            put(index, index.text() + " + 1", "off-by-one", 0.36, score, "the index is off by one");
        }
    }

    private void put(SyntaxNode node, String text, String operator, double prior, double score, String why) {
        scene.replace(file, node, text, operator, prior * (0.3 + 0.7 * score), why);
    }
}
