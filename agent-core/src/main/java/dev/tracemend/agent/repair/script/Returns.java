package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Functions that forget to give back what they made. */
final class Returns {
    private Returns() {}

    /** Proposes what a function whose end is reached without a return could give back. */
    static void forgotten(ScriptScene scene, ScriptFile file, SyntaxNode function, double prior) {
        List<SyntaxNode> statements =
                function.child("body").map(SyntaxNode::parts).orElse(List.of());
        if (statements.isEmpty()) {
            return;
        }
        SyntaxNode last = statements.get(statements.size() - 1);
        String why = function.textOf("name") + " can end without giving anything back";
        if (last.is("expression_statement") && last.parts().size() == 1) {
            SyntaxNode value = last.parts().get(0);
            boolean assigned = value.is(
                    "assignment",
                    "assignment_expression",
                    "augmented_assignment",
                    "augmented_assignment_expression",
                    "update_expression");
            if (!assigned && !value.is("string")) {
                scene.add(
                        List.of(new TextEdit(file.path(), last.start(), last.start(), "return ")),
                        "return-it",
                        prior,
                        false,
                        why);
            }
        }
        if (last.is("return_statement", "raise_statement", "throw_statement")) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        for (SyntaxNode made : function.all("assignment", "variable_declarator")) {
            SyntaxNode name = made.child("left").or(() -> made.child("name")).orElse(made);
            if (name.is("identifier")) {
                names.add(name.text());
            }
        }
        double fit = prior;
        String end = file.tongue() == Tongue.NODE ? ";" : "";
        for (String name : names) {
            TextEdit edit = ScriptScene.following(file, last, "return " + name + end);
            scene.add(List.of(edit), "return-it", fit, false, why);
            fit *= 0.9;
        }
        for (SyntaxNode branch : last.all("expression_statement")) {
            boolean alone = branch.parts().size() == 1
                    && file.tongue().call(branch.parts().get(0));
            if (alone) {
                scene.add(
                        List.of(new TextEdit(file.path(), branch.start(), branch.start(), "return ")),
                        "return-it",
                        prior * 0.9,
                        false,
                        why);
            }
        }
    }
}
