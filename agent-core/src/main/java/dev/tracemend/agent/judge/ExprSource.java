package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Expressions of a scenario as Java source. */
final class ExprSource {
    private final SourceNames names;
    private final Map<Integer, String> variables;

    ExprSource(SourceNames names, Map<Integer, String> variables) {
        this.names = names;
        this.variables = variables;
    }

    String of(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return literal(literal);
        } else if (expr instanceof Expr.Ref ref) {
            return variables.getOrDefault(ref.step(), "null");
        } else if (expr instanceof Expr.Create create) {
            return "new " + names.type(create.owner()) + "(" + list(create.args()) + ")";
        } else if (expr instanceof Expr.StaticCall call) {
            return names.type(call.owner()) + "." + call.name() + "(" + list(call.args()) + ")";
        } else if (expr instanceof Expr.Call call) {
            return of(call.receiver()) + "." + call.name() + "(" + list(call.args()) + ")";
        } else if (expr instanceof Expr.Constant constant) {
            return names.type(constant.owner()) + "." + constant.field();
        } else if (expr instanceof Expr.Many many) {
            return many(many);
        }
        return lambda((Expr.Function) expr);
    }

    String list(List<Expr> exprs) {
        return String.join(", ", exprs.stream().map(this::of).toList());
    }

    private String lambda(Expr.Function function) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < function.arity(); i++) {
            parameters.add("arg" + i);
        }
        String body = function.result().equals(Expr.Function.VOID) ? "{}" : of(function.result());
        return (function.arity() == 1 ? parameters.get(0) : "(" + String.join(", ", parameters) + ")") + " -> " + body;
    }

    private String many(Expr.Many many) {
        if (many.shape().equals("array")) {
            String component = names.type(many.component());
            return "new " + component + "[] {" + list(many.items()) + "}";
        }
        String made = "new " + names.type(many.shape()) + "<>(";
        if (many.items().isEmpty()) {
            return made + ")";
        }
        if (many.shape().endsWith("Map")) {
            String pairs = names.type("java.util.Map") + ".of(" + list(many.items()) + ")";
            // The order of Map.of changes from run to run.
            boolean ordered = many.items().size() <= 2 || many.shape().equals("java.util.TreeMap");
            return made + (ordered ? pairs : "new " + names.type("java.util.TreeMap") + "<>(" + pairs + ")") + ")";
        }
        boolean nulls = many.items().contains(Expr.Literal.NULL);
        String of = nulls ? names.type("java.util.Arrays") + ".asList(" : names.type("java.util.List") + ".of(";
        return made + of + list(many.items()) + "))";
    }

    private String literal(Expr.Literal literal) {
        String text = literal.text();
        return switch (literal.type()) {
            case "String" -> "\"" + escaped(text) + "\"";
            case "char" -> text.equals("'") ? "'\\''" : "'" + escaped(text).replace("\\\"", "\"") + "'";
            case "long" -> text + "L";
            case "float" -> text + "f";
            case "double" -> text.contains(".") ? text : text + ".0";
            case "short", "byte" -> "(" + literal.type() + ") " + text;
            case "Class" -> names.type(text) + ".class";
            default -> text;
        };
    }

    /** Text inside quotes: whatever the log held stays inside them. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '"' -> escaped.append("\\\"");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return escaped.toString();
    }
}
