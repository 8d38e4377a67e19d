package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes expressions of a wanted type, at random but from one seed, for one {@link Draft}. */
final class Maker {
    private static final int DEEPEST = 5;

    private final Random random;
    private final Draft draft;
    private final ScalarMaker scalars;
    private final CollectionMaker collections;
    private final ObjectMaker objects;
    private final boolean nulls;

    Maker(Universe universe, Palette palette, Random random, Draft draft, boolean nulls) {
        this.random = random;
        this.draft = draft;
        this.nulls = nulls;
        this.scalars = new ScalarMaker(palette, random);
        this.collections = new CollectionMaker(this, random);
        this.objects = new ObjectMaker(universe, this, random, draft);
    }

    /** Makes the arguments of a constructor or method. */
    List<Expr> args(Executable member, int depth) throws Unbuildable {
        Type[] types = member.getGenericParameterTypes();
        Parameter[] parameters = member.getParameters();
        List<Expr> args = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            // The generic view leaves out parameters that the compiler has added.
            Type type = types.length == parameters.length ? types[i] : parameters[i].getType();
            args.add(make(type, parameters[i].getName(), depth + 1));
        }
        return args;
    }

    /** Makes a value for something of that name. */
    Expr make(Type type, String name, int depth) throws Unbuildable {
        Class<?> raw = raw(type);
        if (nulls && !raw.isPrimitive() && random.nextInt(100) < 15) {
            return Expr.Literal.NULL;
        }
        Optional<Expr> made = objects.existing(raw);
        if (made.isEmpty()) {
            made = scalars.make(raw, name);
        }
        if (made.isPresent()) {
            return made.get();
        }
        if (depth > DEEPEST) {
            throw new Unbuildable(raw.getName());
        }
        made = collections.make(type, raw, name, depth);
        return made.isPresent() ? made.get() : objectOrLambda(type, raw, depth);
    }

    private Expr objectOrLambda(Type type, Class<?> raw, int depth) throws Unbuildable {
        try {
            return objects.make(raw, depth);
        } catch (Unbuildable none) {
            Optional<Method> only = Lambdas.only(raw);
            if (only.isPresent()) {
                return lambda(type, raw, only.get(), depth);
            }
            if (nulls) {
                return Expr.Literal.NULL;
            }
            throw none;
        }
    }

    private Expr lambda(Type type, Class<?> raw, Method only, int depth) throws Unbuildable {
        Type result = resolve(only.getGenericReturnType(), type, raw);
        Expr value = result == void.class ? Expr.Function.VOID : make(result, only.getName(), depth + 2);
        return new Expr.Function(raw.getName(), only.getParameterCount(), value);
    }

    /** An interface's type variable, as the wanted type sets it. */
    private static Type resolve(Type result, Type type, Class<?> raw) {
        if (result instanceof TypeVariable<?> variable && type instanceof ParameterizedType generic) {
            int at = Arrays.asList(raw.getTypeParameters()).indexOf(variable);
            if (at >= 0) {
                return generic.getActualTypeArguments()[at];
            }
        }
        return result;
    }

    /** An object to call methods of, as a step of its own. */
    Expr receiver(Class<?> type) throws Unbuildable {
        return objects.receiver(type);
    }

    /** Brings an object into a state by up to that many calls. */
    void prepare(Expr object, Class<?> type, int calls) {
        objects.prepare(object, type, calls, 0);
    }

    /** Calls static methods of a class that may change its state. */
    void prepareStatics(Class<?> type, int calls) {
        objects.prepareStatics(type, calls);
    }

    /** Adds a call of a method on an object (or of a static method) as a step. */
    Expr.Ref call(@Nullable Expr receiver, Method method, int depth) throws Unbuildable {
        List<Expr> args = args(method, depth);
        return draft.add(invocation(receiver, method, args), method.getReturnType(), method.getGenericReturnType());
    }

    static Expr invocation(@Nullable Expr receiver, Method method, List<Expr> args) {
        String owner = method.getDeclaringClass().getName();
        return receiver == null || Modifier.isStatic(method.getModifiers())
                ? new Expr.StaticCall(owner, method.getName(), params(method), args)
                : new Expr.Call(receiver, owner, method.getName(), params(method), args);
    }

    static List<String> params(Executable member) {
        return Arrays.stream(member.getParameterTypes()).map(Class::getName).toList();
    }

    /** The class behind a type; a type variable's is its bound. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        } else if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        } else if (type instanceof WildcardType wildcard) {
            Type[] lower = wildcard.getLowerBounds();
            return raw(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
        } else if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        Class<?> component = raw(((java.lang.reflect.GenericArrayType) type).getGenericComponentType());
        return component.arrayType();
    }
}
