package dev.tracemend.agent.signature;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Makes records out of the values of their components. */
public final class Records {
    private Records() {}

    /**
     * Calls the canonical constructor; what the constructor itself refuses is told as a value that does not fit.
     *
     * @param path where the record stands, for the message; empty for the outermost
     * @throws BindingException when the constructor throws
     */
    public static <R extends Record> R make(String path, Class<R> type, List<Object> values) throws BindingException {
        try {
            Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw new BindingException(path, "is refused by " + type.getSimpleName() + ": " + cause.getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no usable canonical constructor", e);
        }
    }
}
