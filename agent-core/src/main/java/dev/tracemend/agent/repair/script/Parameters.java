package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** The names of a function's parameters. */
final class Parameters {
    private Parameters() {}

    static List<String> of(SyntaxNode function) {
        List<String> names = new ArrayList<>();
        for (SyntaxNode parameter :
                function.child("parameters").map(SyntaxNode::parts).orElse(List.of())) {
            SyntaxNode name =
                    parameter.child("name").or(() -> parameter.child("left")).orElse(parameter);
            name.all("identifier").stream().findFirst().ifPresent(found -> names.add(found.text()));
        }
        function.child("parameter").ifPresent(parameter -> names.add(parameter.text()));
        return names;
    }
}
