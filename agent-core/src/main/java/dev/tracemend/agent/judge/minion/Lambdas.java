package dev.tracemend.agent.judge.minion;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functional interfaces, as proxies that always give the same result. */
final class Lambdas {
    private Lambdas() {}

    static Object value(Expr.Function function, @Nullable Object result, Members members)
            throws ClassNotFoundException {
        Class<?> type = members.type(function.type());
        ClassLoader loader = type.getClassLoader() == null ? Lambdas.class.getClassLoader() : type.getClassLoader();
        return Proxy.newProxyInstance(loader, new Class<?>[] {type}, new Always(result));
    }

    /** The one abstract method of an interface that a lambda can stand for. */
    static Optional<Method> only(Class<?> type) {
        Method found = null;
        if (!type.isInterface() || !Modifier.isPublic(type.getModifiers())) {
            return Optional.empty();
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !ofObject(method)) {
                if (found != null || method.getTypeParameters().length > 0) {
                    return Optional.empty();
                }
                found = method;
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean ofObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException own) {
            return false;
        }
    }

    private record Always(@Nullable Object result) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
                throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> args != null && proxy == args[0];
                    default -> "lambda";
                };
            }
            return method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, args) : result;
        }
    }
}
