package dev.tracemend.agent.judge.minion;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;

/** A scenario in the making. */
final class Draft {
    /** A step's result that later steps may use. */
    record Made(int step, Class<?> type) {}

    private final List<Scenario.Step> steps = new ArrayList<>();
    private final List<Made> results = new ArrayList<>();

    /** Adds a step and gives a reference to its result. */
    Expr.Ref add(Expr expr, Class<?> type, Type declared) {
        if (type != void.class) {
            results.add(new Made(steps.size(), type));
        }
        steps.add(new Scenario.Step(expr, source(declared)));
        return new Expr.Ref(steps.size() - 1);
    }

    List<Made> results() {
        return results;
    }

    int size() {
        return steps.size();
    }

    Scenario finished() {
        return new Scenario(steps);
    }

    /** A type as source; what cannot be written there (a type variable) is {@code Object}. */
    static String source(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? source(plain.getComponentType()) + "[]" : plain.getName();
        } else if (type instanceof ParameterizedType generic) {
            List<String> args = new ArrayList<>();
            for (Type arg : generic.getActualTypeArguments()) {
                args.add(arg instanceof WildcardType ? "?" : source(arg));
            }
            return source(generic.getRawType()) + "<" + String.join(", ", args) + ">";
        } else if (type instanceof GenericArrayType array) {
            return source(array.getGenericComponentType()) + "[]";
        }
        return "java.lang.Object";
    }
}
