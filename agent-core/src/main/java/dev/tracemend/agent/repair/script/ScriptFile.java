package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import dev.tracemend.agent.edit.syntax.TreeSitterGate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One source file with its tree, and the questions rules ask of it. */
final class ScriptFile {
    private final String path;
    private final String text;
    private final SyntaxNode root;
    private final Tongue tongue;

    private ScriptFile(String path, String text, SyntaxNode root) {
        this.path = path;
        this.text = text;
        this.root = root;
        this.tongue = Tongue.of(path);
    }

    static Optional<ScriptFile> of(TreeSitterGate gate, String path, String text) {
        return gate.tree(path, text).map(root -> new ScriptFile(path, text, root));
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    SyntaxNode root() {
        return root;
    }

    Tongue tongue() {
        return tongue;
    }

    /** The nodes that begin on a line, or whose statement does and spans it. */
    List<SyntaxNode> at(int line) {
        List<SyntaxNode> exact = root.all(node -> node.named() && node.line() == line);
        return exact.isEmpty() ? root.all(node -> tongue.statement(node) && spans(node, line)) : exact;
    }

    private static boolean spans(SyntaxNode node, int line) {
        return node.line() <= line && line <= node.lastLine();
    }

    /** The function around a node. */
    Optional<SyntaxNode> function(SyntaxNode node) {
        return node.above(tongue::function);
    }

    /** The innermost function that spans a line. */
    Optional<SyntaxNode> functionAt(int line) {
        List<SyntaxNode> around = root.all(node -> tongue.function(node) && spans(node, line));
        return around.isEmpty() ? Optional.empty() : Optional.of(around.get(around.size() - 1));
    }

    /** The node itself, or the nearest one around it, that stands in a block. */
    Optional<SyntaxNode> statement(SyntaxNode node) {
        return tongue.statement(node) ? Optional.of(node) : node.above(tongue::statement);
    }

    /** The white space a node's line begins with. */
    String indent(SyntaxNode node) {
        int from = text.lastIndexOf('\n', node.start() - 1) + 1;
        int to = from;
        while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
            to++;
        }
        return text.substring(from, to);
    }

    /** One more level of white space, as the file has it. */
    String step() {
        for (SyntaxNode block : root.all(tongue.block)) {
            String outer = block.parent().map(this::indent).orElse("");
            Optional<SyntaxNode> first = block.parts().stream().findFirst();
            String inner = first.map(this::indent).orElse("");
            if (inner.length() > outer.length() && inner.startsWith(outer)) {
                return inner.substring(outer.length());
            }
        }
        return tongue == Tongue.PYTHON ? "    " : "  ";
    }

    /** The offset of the first character of a node's line. */
    int lineStart(SyntaxNode node) {
        return text.lastIndexOf('\n', node.start() - 1) + 1;
    }

    /** Names a function's code may use: parameters and what it assigns; without a function, those of the module. */
    Set<String> names(SyntaxNode scope) {
        Set<String> names = new LinkedHashSet<>();
        scope.child("parameters").ifPresent(parameters -> declared(parameters, names));
        scope.child("parameter").ifPresent(parameter -> names.add(parameter.text()));
        for (SyntaxNode node : scope.all(
                "assignment",
                "for_statement",
                "for_in_clause",
                "variable_declarator",
                "for_in_statement",
                "as_pattern")) {
            for (String field : List.of("left", "name", "alias")) {
                node.child(field).ifPresent(target -> declared(target, names));
            }
        }
        names.remove("self");
        names.remove("cls");
        return names;
    }

    private static void declared(SyntaxNode target, Set<String> names) {
        for (SyntaxNode name : target.all("identifier", "shorthand_property_identifier_pattern")) {
            boolean part = name.field().equals("attribute")
                    || name.field().equals("value")
                    || name.field().equals("type")
                    || name.above(up -> up.is(
                                    "attribute", "subscript", "type", "member_expression", "subscript_expression"))
                            .filter(target::holds)
                            .isPresent();
            if (!part) {
                names.add(name.text());
            }
        }
    }

    /** Names defined at the file's top: functions, classes, imports, variables. */
    Set<String> topNames() {
        Set<String> names = new LinkedHashSet<>();
        for (SyntaxNode each : root.parts()) {
            SyntaxNode node =
                    each.child("declaration").or(() -> each.child("definition")).orElse(each);
            node.child("name").filter(name -> name.is("identifier")).ifPresent(name -> names.add(name.text()));
            if (node.is(
                    "import_statement",
                    "import_from_statement",
                    "expression_statement",
                    "lexical_declaration",
                    "variable_declaration")) {
                node.all("identifier").stream()
                        .filter(name -> name.above(up -> up.is(
                                        "call",
                                        "call_expression",
                                        "attribute",
                                        "arrow_function",
                                        "function_expression",
                                        "member_expression"))
                                .filter(node::holds)
                                .isEmpty())
                        .forEach(name -> names.add(name.text()));
            }
        }
        return names;
    }
}
