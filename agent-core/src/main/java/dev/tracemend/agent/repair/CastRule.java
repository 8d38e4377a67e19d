package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value that is not of the type it was cast to: another kind of number, a number as text, another class. */
final class CastRule implements CrashRule {
    private static final Pattern MESSAGE = Pattern.compile(
            "(?:class )?([\\w.$\\[;]{1,300}) cannot be cast to (?:class )?([\\w.$\\[;]{1,300})(?: .*)?",
            Pattern.DOTALL);
    private static final Map<String, String> NUMBERS = Map.of(
            "java.lang.Integer", "int",
            "java.lang.Long", "long",
            "java.lang.Double", "double",
            "java.lang.Float", "float",
            "java.lang.Short", "short",
            "java.lang.Byte", "byte");

    @Override
    public boolean fits(Crash crash) {
        return crash.is("ClassCastException");
    }

    /** The cast that failed. */
    private record Failed(SourceFile file, Tree whole, ExpressionTree value, String from, String to, double fit) {
        String text() {
            return file.text(value);
        }
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Matcher matcher = MESSAGE.matcher(scene.crash().message());
        if (!matcher.matches()) {
            return;
        }
        String from = matcher.group(1).replace('$', '.');
        String to = matcher.group(2).replace('$', '.');
        Spot spot = scene.site();
        boolean explicit = false;
        for (TypeCastTree cast : spot.all(TypeCastTree.class)) {
            if (matches(spot.file(), cast, to)) {
                explicit = true;
                Failed failed = new Failed(spot.file(), cast, cast.getExpression(), from, to, 1);
                turn(failed, operand(failed), out);
                typedArray(failed, cast, out);
                check(failed, cast, out);
            }
        }
        if (!explicit) {
            unseen(spot, from, to, out);
        }
    }

    private static boolean matches(SourceFile file, TypeCastTree cast, String to) {
        String name = file.facts().name(file.type(cast));
        String primitive = NUMBERS.getOrDefault(to, "");
        return name.equals(to)
                || to.startsWith("[")
                || file.text(cast.getType()).equals(primitive);
    }

    private static String operand(Failed failed) {
        return failed.text();
    }

    /** Another way to the wanted value that takes more kinds of values. */
    private static void turn(Failed failed, String operand, Proposals out) {
        String primitive = NUMBERS.get(failed.to());
        boolean number = NUMBERS.containsKey(failed.from())
                || failed.from().matches("java\\.math\\.Big.*|.*\\.Atomic(?:Integer|Long)");
        if (primitive != null && number) {
            String value = "((Number) " + operand + ")." + primitive + "Value()";
            String boxed = failed.to().substring("java.lang.".length()) + ".valueOf(" + value + ")";
            boolean used = used(failed);
            String why = "the value may be any kind of number, here " + failed.from();
            replace(failed, Operator.NUMBER_VALUE, used ? boxed : value, 1, why, out);
            replace(failed, Operator.NUMBER_VALUE, used ? value : boxed, 0.5, why, out);
        } else if (primitive != null && failed.from().equals("java.lang.String")) {
            String parser = failed.to().substring("java.lang.".length()) + ".valueOf(String.valueOf(" + operand + "))";
            replace(failed, Operator.TEXT_VALUE, parser, 1, "the number comes as text", out);
        } else if (failed.to().equals("java.lang.String")) {
            replace(
                    failed,
                    Operator.TEXT_VALUE,
                    "String.valueOf(" + operand + ")",
                    1,
                    "the value is not a text yet",
                    out);
        } else if (failed.to().equals("java.lang.Boolean") && failed.from().equals("java.lang.String")) {
            String parser = "Boolean.parseBoolean(String.valueOf(" + operand + "))";
            replace(failed, Operator.TEXT_VALUE, parser, 1, "the flag comes as text", out);
        } else if (failed.to().equals("java.math.BigDecimal")
                && (number || failed.from().equals("java.lang.String"))) {
            Rewrite rewrite = new Rewrite(failed.file());
            rewrite.replace(failed.whole(), rewrite.code("new java.math.BigDecimal(String.valueOf(") + operand + "))");
            out.cause(Operator.NUMBER_VALUE, rewrite, failed.fit(), "the value may be any kind of number");
        }
    }

    private static boolean used(Failed failed) {
        Tree at = failed.file().parent(failed.whole()).orElse(failed.whole());
        return failed.file().parent(at).orElse(null) instanceof MemberSelectTree;
    }

    private static void replace(Failed failed, Operator operator, String code, double fit, String why, Proposals out) {
        out.cause(operator, new Rewrite(failed.file()).replace(failed.whole(), code), fit * failed.fit(), why);
    }

    /** {@code (String[]) list.toArray()} is an array of objects. */
    private static void typedArray(Failed failed, TypeCastTree cast, Proposals out) {
        if (failed.value() instanceof MethodInvocationTree call
                && Siblings.name(call).equals("toArray")
                && call.getArguments().isEmpty()) {
            String component = failed.file().text(cast.getType()).replace("[]", "");
            String code = failed.file().text(call.getMethodSelect()) + "(new " + component + "[0])";
            replace(
                    failed,
                    Operator.TYPED_ARRAY,
                    code,
                    1,
                    "toArray makes an array of objects unless it is given one",
                    out);
        }
    }

    private static void check(Failed failed, TypeCastTree cast, Proposals out) {
        SourceFile file = failed.file();
        if (!NullUse.repeatable(failed.value()) || file.facts().isPrimitive(file.type(cast))) {
            return;
        }
        String type = file.text(cast.getType()).replaceFirst("<.*", "");
        String is = failed.text() + " instanceof " + type;
        String why = failed.text() + " may be another type, here " + failed.from();
        new Guards(out)
                .propose(new Guards.Ask(
                        file,
                        cast,
                        "!(" + is + ")",
                        List.of(failed.value()),
                        Operator.INSTANCE_CHECK,
                        1,
                        inEquals(file, cast),
                        why));
        Optional<String> neutral = file.facts().neutral(file.type(cast));
        neutral.ifPresent(nothing -> {
            Tree parent = file.parent(cast).orElse(cast);
            boolean alone = parent instanceof ReturnTree || parent instanceof VariableTree;
            Rewrite rewrite = new Rewrite(file);
            String choice = is + " ? " + file.text(cast) + " : " + rewrite.code(nothing);
            rewrite.replace(cast, alone ? choice : "(" + choice + ")");
            out.symptom(Operator.INSTANCE_CHECK, rewrite, 0.7, why);
        });
    }

    /** Things of different classes are not equal; that is no emergency measure. */
    private static boolean inEquals(SourceFile file, Tree cast) {
        return file.callable(cast)
                .filter(method -> method instanceof com.sun.source.tree.MethodTree named
                        && named.getName().contentEquals("equals"))
                .isPresent();
    }

    /** Casts that generics hide: the value is made an object first. */
    private static void unseen(Spot spot, String from, String to, Proposals out) {
        SourceFile file = spot.file();
        for (ExpressionTree node : spot.all(ExpressionTree.class)) {
            boolean value = node instanceof MethodInvocationTree || node instanceof IdentifierTree;
            if (value && file.facts().name(file.type(node)).equals(to)) {
                Failed failed = new Failed(file, node, node, from, to, 0.7);
                turn(failed, "(Object) " + file.text(node), out);
            }
        }
    }
}
