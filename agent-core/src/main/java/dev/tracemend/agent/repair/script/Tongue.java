package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;

/** What the grammars of the two languages call the same things. */
enum Tongue {
    PYTHON("object", "attribute", "value", "subscript", "block"),
    NODE("object", "property", "object", "index", "statement_block");

    final String object;
    final String member;
    final String container;
    final String index;
    final String block;

    Tongue(String object, String member, String container, String index, String block) {
        this.object = object;
        this.member = member;
        this.container = container;
        this.index = index;
        this.block = block;
    }

    static Tongue of(String path) {
        return path.endsWith(".py") ? PYTHON : NODE;
    }

    boolean function(SyntaxNode node) {
        return node.is(
                "function_definition",
                "lambda",
                "function_declaration",
                "function_expression",
                "generator_function_declaration",
                "generator_function",
                "arrow_function",
                "method_definition");
    }

    boolean call(SyntaxNode node) {
        return node.is("call", "call_expression");
    }

    boolean attribute(SyntaxNode node) {
        return node.is("attribute", "member_expression");
    }

    boolean subscript(SyntaxNode node) {
        return node.is("subscript", "subscript_expression");
    }

    boolean comparison(SyntaxNode node) {
        return node.is("comparison_operator")
                || (node.is("binary_expression") && operator(node).matches("[<>]=?|[!=]==?|in|instanceof"));
    }

    boolean both(SyntaxNode node) {
        return node.is("boolean_operator")
                || (node.is("binary_expression") && operator(node).matches("&&|\\|\\||\\?\\?"));
    }

    boolean arithmetic(SyntaxNode node) {
        return node.is("binary_operator")
                || (node.is("binary_expression") && operator(node).matches("[-+*/%]|\\*\\*"));
    }

    boolean number(SyntaxNode node) {
        return node.is("integer", "float", "number");
    }

    boolean loop(SyntaxNode node) {
        return node.is("for_statement", "while_statement", "for_in_statement", "do_statement");
    }

    boolean statement(SyntaxNode node) {
        return node.parent()
                .filter(parent -> parent.is("block", "module", "statement_block", "program", "switch_case"))
                .isPresent();
    }

    String operator(SyntaxNode node) {
        return node.children().stream()
                .filter(child ->
                        child.field().equals("operator") || child.field().equals("operators"))
                .map(SyntaxNode::text)
                .findFirst()
                .orElse("");
    }

    String truth(boolean value) {
        return this == PYTHON ? (value ? "True" : "False") : Boolean.toString(value);
    }

    String nothing() {
        return this == PYTHON ? "None" : "null";
    }

    String not(String condition) {
        return this == PYTHON
                ? "not " + condition
                : "!" + (condition.matches("[\\w.$]+") ? condition : "(" + condition + ")");
    }
}
