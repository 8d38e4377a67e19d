package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of arrays, collections and maps. */
final class Containers {
    private Containers() {}

    @SuppressWarnings("unchecked")
    static Object value(Expr.Many many, @Nullable Object[] items, Members members) throws ReflectiveOperationException {
        if (many.shape().equals("array")) {
            Object array = Array.newInstance(members.type(many.component()), items.length);
            for (int i = 0; i < items.length; i++) {
                Array.set(array, i, items[i]);
            }
            return array;
        }
        Object made = members.constructor(many.shape(), java.util.List.of()).newInstance();
        if (made instanceof Map<?, ?> map) {
            for (int i = 0; i + 1 < items.length; i += 2) {
                ((Map<Object, Object>) map).put(items[i], items[i + 1]);
            }
        } else {
            for (Object item : items) {
                ((Collection<Object>) made).add(item);
            }
        }
        return made;
    }
}
