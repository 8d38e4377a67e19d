package dev.tracemend.agent.tool;

import dev.tracemend.agent.signature.DeclarationException;
import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.FieldReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A tool made of a method that carries {@link ToolMethod}. */
public final class MethodTool implements Tool {
    private final ToolSpec spec;
    private final Object owner;
    private final Method method;

    private MethodTool(ToolSpec spec, Object owner, Method method) {
        this.spec = spec;
        this.owner = owner;
        this.method = method;
    }

    /**
     * The tools of an object, by name.
     *
     * @throws DeclarationException when it has none, when a parameter has a type no model can fill, or when the classes
     *     were compiled without {@code -parameters}
     */
    public static List<Tool> of(Object owner) {
        List<Tool> tools = Arrays.stream(owner.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ToolMethod.class))
                .sorted(Comparator.comparing(Method::getName))
                .<Tool>map(method -> of(owner, method))
                .toList();
        if (tools.isEmpty()) {
            throw new DeclarationException(owner.getClass().getSimpleName()
                    + " has no tools: put @ToolMethod on the methods that the agent may call");
        }
        return tools;
    }

    private static MethodTool of(Object owner, Method method) {
        ToolMethod declared = method.getAnnotation(ToolMethod.class);
        String where = owner.getClass().getSimpleName() + "." + method.getName();
        List<Field> arguments = Arrays.stream(method.getParameters())
                .map(parameter -> field(where, parameter))
                .toList();
        method.setAccessible(true);
        String name = declared.name().isEmpty() ? snake(method.getName()) : declared.name();
        return new MethodTool(
                new ToolSpec(
                        name, declared.value(), declared.risk(), declared.approval(), FieldReader.snakeCase(arguments)),
                owner,
                method);
    }

    private static Field field(String where, Parameter parameter) {
        if (!parameter.isNamePresent()) {
            throw new DeclarationException(
                    "the parameters of " + where + " have no names at run time: compile with -parameters");
        }
        Desc desc = parameter.getAnnotation(Desc.class);
        return FieldReader.of(
                where, parameter.getName(), parameter.getParameterizedType(), desc == null ? "" : desc.value());
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public Observation run(List<Object> arguments) throws ToolException {
        try {
            Object seen = method.invoke(owner, arguments.toArray());
            return seen instanceof Observation observation
                    ? observation
                    : Observation.done(seen == null ? "done" : seen.toString());
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof ToolException refused) {
                throw refused;
            }
            throw new ToolException(String.valueOf(failed.getCause()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(spec.name() + " cannot be called", e);
        }
    }
}
