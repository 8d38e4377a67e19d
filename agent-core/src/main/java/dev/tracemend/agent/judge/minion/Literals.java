package dev.tracemend.agent.judge.minion;

import org.jspecify.annotations.Nullable;

/** Values of literals. */
final class Literals {
    private Literals() {}

    static @Nullable Object value(Expr.Literal literal, ClassLoader loader) throws ClassNotFoundException {
        String text = literal.text();
        return switch (literal.type()) {
            case "null", "void" -> null;
            case "int" -> Integer.parseInt(text);
            case "long" -> Long.parseLong(text);
            case "double" -> Double.parseDouble(text);
            case "float" -> Float.parseFloat(text);
            case "short" -> Short.parseShort(text);
            case "byte" -> Byte.parseByte(text);
            case "char" -> text.charAt(0);
            case "boolean" -> Boolean.parseBoolean(text);
            case "Class" -> Class.forName(text, false, loader);
            default -> text;
        };
    }
}
