package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;

/** The arguments of a call. */
final class Arguments {
    private Arguments() {}

    /** In order; a generator that stands alone needs no parentheses of its own and is one argument. */
    static List<SyntaxNode> of(SyntaxNode call) {
        return call.child("arguments")
                .map(list -> list.is("generator_expression") ? List.of(list) : list.parts())
                .orElse(List.of());
    }
}
