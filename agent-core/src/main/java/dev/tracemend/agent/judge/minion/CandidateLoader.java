package dev.tracemend.agent.judge.minion;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The project's own classes, from bytes; a new loader means new statics. Libraries come from its parent. */
final class CandidateLoader extends URLClassLoader {
    private static final String TICKS = Ticks.class.getName();

    private final Map<String, byte[]> base;
    private final Map<String, byte[]> changed;

    /**
     * Takes the project's classes and those that a change replaces.
     *
     * @param resources folders in which the project's resources lie
     */
    CandidateLoader(Map<String, byte[]> base, Map<String, byte[]> changed, URL[] resources, ClassLoader libraries) {
        super(resources, libraries);
        this.base = base;
        this.changed = changed;
    }

    /** The names of all classes of the project. */
    Set<String> names() {
        return base.keySet();
    }

    boolean owns(String className) {
        return base.containsKey(className) || changed.containsKey(className);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (name.equals(TICKS)) {
                return Ticks.class; // the one that is set from here, not a copy beside the libraries
            }
            byte[] bytes = bytes(name);
            return bytes == null ? super.loadClass(name, resolve) : defineClass(name, bytes, 0, bytes.length);
        }
    }

    private byte @Nullable [] bytes(String name) {
        byte[] bytes = changed.get(name);
        return bytes == null ? base.get(name) : bytes;
    }
}
