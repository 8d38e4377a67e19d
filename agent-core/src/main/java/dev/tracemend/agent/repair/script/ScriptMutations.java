package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;

/** What people mistype in expressions: comparisons, bounds, operators, numbers. Tried where failing tests point. */
final class ScriptMutations {
    private final ScriptScene scene;
    private final ScriptFile file;
    private final Map<Integer, Double> lines;
    private final Tongue tongue;

    ScriptMutations(ScriptScene scene, ScriptFile file, Map<Integer, Double> lines) {
        this.scene = scene;
        this.file = file;
        this.lines = lines;
        this.tongue = file.tongue();
    }

    /** Proposes for every node on the suspicious lines. */
    void propose() {
        for (SyntaxNode node : file.root().all(SyntaxNode::named)) {
            Double score = lines.get(node.line());
            if (score != null) {
                expression(node, score);
            }
        }
    }

    private void put(SyntaxNode node, String text, String operator, double prior, double score, String why) {
        scene.replace(file, node, text, operator, prior * (0.3 + 0.7 * score), why);
    }

    private void expression(SyntaxNode node, double score) {
        if (tongue.comparison(node)) {
            comparison(node, score);
        } else if (tongue.both(node)) {
            logic(node, score);
        } else if (tongue.arithmetic(node)) {
            arithmetic(node, score);
        } else if (tongue.number(node)) {
            number(node, score);
        } else if (tongue.call(node)) {
            new ScriptCallMutations(scene, file).propose(node, score);
        } else if (node.is("true", "false")) {
            put(node, tongue.truth(node.is("false")), "truth", 0.4, score, "the flag is the wrong way round");
        } else if (node.is("not_operator")) {
            put(node, node.textOf("argument"), "negate", 0.35, score, "the condition is the wrong way round");
        } else if (node.is("unary_expression") && node.text().startsWith("!")) {
            put(node, node.textOf("argument"), "negate", 0.35, score, "the condition is the wrong way round");
        } else if (node.is("augmented_assignment", "augmented_assignment_expression")) {
            augmented(node, score);
        }
        new ScriptAccessMutations(scene, file).propose(node, score);
        if (node.is("if_statement", "while_statement", "elif_clause")) {
            new ScriptConditionMutations(scene, file).propose(node, score);
        }
    }

    private void comparison(SyntaxNode node, double score) {
        List<SyntaxNode> parts = node.parts();
        String operator = tongue.operator(node);
        if (parts.size() != 2) {
            return;
        }
        List<String> others =
                switch (operator) {
                    case "<" -> List.of("<=", ">", ">=");
                    case "<=" -> List.of("<", ">=", ">");
                    case ">" -> List.of(">=", "<", "<=");
                    case ">=" -> List.of(">", "<=", "<");
                    case "==" -> tongue == Tongue.NODE ? List.of("===", "!=") : List.of("!=", "is", ">=", "<=");
                    case "===" -> List.of("!==", ">=", "<=");
                    case "!=" -> List.of("==", tongue == Tongue.NODE ? "!==" : "is not");
                    case "!==" -> List.of("===", "<", ">");
                    case "is" -> List.of("==", "is not");
                    case "is not" -> List.of("!=", "is");
                    case "in" -> tongue == Tongue.PYTHON ? List.of("not in", "==") : List.of();
                    case "not in" -> List.of("in");
                    default -> List.of();
                };
        double prior = 0.5;
        for (String other : others) {
            put(
                    node,
                    parts.get(0).text() + " " + other + " " + parts.get(1).text(),
                    "comparison",
                    prior,
                    score,
                    operator + " should be " + other);
            prior = operator.startsWith("is") ? 0.4 : prior * 0.8;
        }
        for (SyntaxNode part : parts) {
            if (!tongue.number(part) && operator.matches("[<>]=?")) {
                put(part, part.text() + " - 1", "off-by-one", 0.3, score, "the bound is off by one");
                put(part, part.text() + " + 1", "off-by-one", 0.3, score, "the bound is off by one");
            }
            if (part.is("identifier", "attribute", "subscript", "member_expression")
                    && operator.matches("[=!]==?|(not )?in")) {
                for (String change : tongue == Tongue.PYTHON
                        ? List.of("%s.lower()", "%s.strip()", "str(%s)", "int(%s)")
                        : List.of("%s.toLowerCase()", "%s.trim()", "String(%s)", "Number(%s)")) {
                    put(
                            part,
                            change.formatted(part.text()),
                            "same-form",
                            0.22,
                            score,
                            "both sides must be written in the same way");
                }
            }
        }
    }

    private void logic(SyntaxNode node, double score) {
        String left = node.textOf("left");
        String right = node.textOf("right");
        String operator = tongue.operator(node);
        for (String other : tongue == Tongue.PYTHON ? List.of("and", "or") : List.of("&&", "||", "??")) {
            if (!other.equals(operator)) {
                put(
                        node,
                        left + " " + other + " " + right,
                        "logic",
                        other.equals("??") ? 0.42 : 0.48,
                        score,
                        operator + " should be " + other);
            }
        }
        put(node, left, "drop-operand", 0.22, score, right + " asks too much");
        put(node, right, "drop-operand", 0.22, score, left + " asks too much");
        put(
                node,
                left + " " + operator + " " + tongue.not(right),
                "negate",
                0.25,
                score,
                right + " is the wrong way round");
        put(
                node,
                tongue.not(left) + " " + operator + " " + right,
                "negate",
                0.22,
                score,
                left + " is the wrong way round");
    }

    private void arithmetic(SyntaxNode node, double score) {
        String left = node.textOf("left");
        String right = node.textOf("right");
        String operator = tongue.operator(node);
        List<String> others =
                switch (operator) {
                    case "+" -> List.of("-", "*");
                    case "-" -> List.of("+", "/");
                    case "*" -> List.of("/", "+", "**");
                    case "/" -> tongue == Tongue.PYTHON ? List.of("//", "*", "%") : List.of("*", "%");
                    case "//" -> List.of("/", "%");
                    case "%" -> List.of("//", "/");
                    case "**" -> List.of("*");
                    case "&", "|", "^", "<<", ">>" -> List.of("&", "|", "^", "<<", ">>");
                    default -> List.of();
                };
        double prior = operator.startsWith("/") ? 0.45 : 0.34;
        for (String other : others) {
            if (!other.equals(operator)) {
                put(
                        node,
                        left + " " + other + " " + right,
                        "arithmetic",
                        prior,
                        score,
                        operator + " should be " + other);
                prior *= 0.8;
            }
        }
        if (tongue == Tongue.NODE && operator.equals("/")) {
            put(node, "Math.floor(" + node.text() + ")", "whole-division", 0.42, score, "a whole number is wanted");
        }
        if (tongue == Tongue.NODE && operator.equals("+")) {
            put(
                    node,
                    "Number(" + left + ") + Number(" + right + ")",
                    "to-number",
                    0.46,
                    score,
                    "texts are joined where numbers should be added");
            put(
                    node,
                    left + " + Number(" + right + ")",
                    "to-number",
                    0.4,
                    score,
                    "a text is joined where a number should be added");
        }
        for (SyntaxNode part : node.parts()) {
            if (part.is("identifier") && operator.matches("[-+*/%]|//")) {
                put(part, "(" + part.text() + " - 1)", "off-by-one", 0.36, score, part.text() + " is counted from one");
                put(part, "(" + part.text() + " + 1)", "off-by-one", 0.3, score, part.text() + " is off by one");
            }
        }
        put(node, left, "drop-operand", 0.2, score, operator + " " + right + " is too much");
        put(node, right, "drop-operand", 0.12, score, left + " " + operator + " is too much");
        if (operator.matches("[-/%]|//")) {
            put(node, right + " " + operator + " " + left, "swap-operands", 0.25, score, "the operands are swapped");
        }
        boolean inner = node.child("left").filter(tongue::arithmetic).isPresent();
        if (inner) {
            SyntaxNode nested = node.child("left").orElse(node);
            put(
                    node,
                    nested.textOf("left") + " " + tongue.operator(nested) + " (" + nested.textOf("right") + " "
                            + operator + " " + right + ")",
                    "precedence",
                    0.36,
                    score,
                    "the parentheses are missing");
        }
        node.child("right")
                .filter(tongue::arithmetic)
                .ifPresent(nested -> put(
                        node,
                        "(" + left + " " + operator + " " + nested.textOf("left") + ") " + tongue.operator(nested) + " "
                                + nested.textOf("right"),
                        "precedence",
                        0.4,
                        score,
                        "the parentheses are missing"));
    }

    private void number(SyntaxNode node, double score) {
        String text = node.text();
        if (!text.matches("\\d{1,9}")) {
            return;
        }
        long value = Long.parseLong(text);
        boolean edge = value <= 2;
        put(node, Long.toString(value + 1), "literal", edge ? 0.32 : 0.2, score, text + " should be one more");
        if (value > 0) {
            put(node, Long.toString(value - 1), "literal", edge ? 0.34 : 0.2, score, text + " should be one less");
        }
        if (value == 0 || value == 1) {
            put(node, "-1", "literal", 0.16, score, text + " should be -1");
        }
    }

    private void augmented(SyntaxNode node, double score) {
        String operator = tongue.operator(node);
        String left = node.textOf("left");
        String right = node.textOf("right");
        for (String other : List.of("+=", "-=", "*=", "=")) {
            if (!other.equals(operator)) {
                put(
                        node,
                        left + " " + other + " " + right,
                        "assignment",
                        other.equals("=") ? 0.26 : 0.3,
                        score,
                        operator + " should be " + other);
            }
        }
        node.child("right").ifPresent(value -> {
            put(value, right + " + 1", "off-by-one", 0.2, score, "it is off by one");
            put(value, right + " - 1", "off-by-one", 0.2, score, "it is off by one");
        });
    }
}
