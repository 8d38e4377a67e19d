package dev.tracemend.agent.judge.minion;

import java.util.List;

/**
 * An expression of a {@link Scenario}: it can be evaluated in the child JVM and be printed as Java source. Classes are
 * named as {@link Class#getName()} does.
 */
public sealed interface Expr {

    /** A number, character, boolean, string, class or {@code null}; {@code type} is a primitive's name or one of those. */
    record Literal(String type, String text) implements Expr {
        /** The null reference. */
        public static final Literal NULL = new Literal("null", "null");

        static Literal text(String text) {
            return new Literal("String", text);
        }
    }

    /** The result of an earlier step. */
    record Ref(int step) implements Expr {}

    /** {@code new Owner(args)}. */
    record Create(String owner, List<String> params, List<Expr> args) implements Expr {}

    /** {@code Owner.name(args)}. */
    record StaticCall(String owner, String name, List<String> params, List<Expr> args) implements Expr {}

    /** {@code receiver.name(args)}. */
    record Call(Expr receiver, String owner, String name, List<String> params, List<Expr> args) implements Expr {}

    /** {@code Owner.FIELD}: an enum's constant or a static field. */
    record Constant(String owner, String field) implements Expr {}

    /**
     * An array or a collection of items; a map's items are key, value, key, value.
     *
     * @param shape {@code array}, or the class of the (mutable) collection, for example {@code java.util.ArrayList}
     * @param component the component type of an array, else empty
     */
    record Many(String shape, String component, List<Expr> items) implements Expr {}

    /** A lambda for a functional interface that always gives the same result; {@code VOID} where it gives none. */
    record Function(String type, int arity, Expr result) implements Expr {
        /** Stands for the absent result of a void method. */
        public static final Literal VOID = new Literal("void", "");
    }
}
