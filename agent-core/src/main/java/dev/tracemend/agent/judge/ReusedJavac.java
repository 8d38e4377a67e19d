package dev.tracemend.agent.judge;

import com.sun.source.util.JavacTask;
import java.io.Writer;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * The JDK's compiler with what it knows of the JDK and of jars kept from one compilation to the next, which makes one of a
 * small class five times as cheap. After each it is made to forget the project's own classes, else a class and its
 * neighbours speak of two different classes of one name. It needs packages of the JDK that the JVM must be told to open
 * ({@code --add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED}, the same for {@code code} and {@code util});
 * where it was not, there is none. For one thread.
 */
final class ReusedJavac {
    private static final String JAVAC = "com.sun.tools.javac.";

    private final Object pool;
    private final Method getTask;
    private final Class<?> worker;
    private final Memory memory;
    private final JavaFileManager files;
    private final List<String> options;

    private ReusedJavac(JavaFileManager files, List<String> options, Set<String> own)
            throws ReflectiveOperationException {
        Class<?> pools = Class.forName(JAVAC + "api.JavacTaskPool");
        this.worker = Class.forName(JAVAC + "api.JavacTaskPool$Worker");
        this.pool = pools.getConstructor(int.class).newInstance(1);
        this.getTask = pools.getMethod(
                "getTask",
                Writer.class,
                JavaFileManager.class,
                DiagnosticListener.class,
                Iterable.class,
                Iterable.class,
                Iterable.class,
                worker);
        this.memory = new Memory(own);
        this.files = files;
        this.options = options;
    }

    /** One that always compiles with these files and options; {@code own} are the classes to forget. */
    static Optional<ReusedJavac> open(JavaFileManager files, List<String> options, Set<String> own) {
        try {
            return Optional.of(new ReusedJavac(files, options, own));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError closed) {
            return Optional.empty();
        }
    }

    /** Compiles; {@code false} where there were errors. */
    boolean compile(List<JavaFileObject> units, DiagnosticListener<JavaFileObject> listener) {
        boolean[] done = {false};
        Object work = Proxy.newProxyInstance(worker.getClassLoader(), new Class<?>[] {worker}, (self, method, args) -> {
            JavacTask task = (JavacTask) args[0];
            Object inside = memory.of(task); // a task that is done has let go of it
            done[0] = Boolean.TRUE.equals(task.call());
            memory.forget(inside);
            return done[0];
        });
        try {
            getTask.invoke(pool, Writer.nullWriter(), files, listener, options, null, units, work);
            return done[0];
        } catch (InvocationTargetException broken) {
            if (broken.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the compiler broke: " + broken.getCause(), broken.getCause());
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("the JDK does not open its compiler any more", closed);
        }
    }

    /** What the compiler keeps of classes and packages. */
    private static final class Memory {
        private final Set<String> own;
        private final Set<String> packages = new TreeSet<>();
        private final Class<?> task = Class.forName(JAVAC + "api.BasicJavacTask");
        private final Class<?> context = Class.forName(JAVAC + "util.Context");
        private final Class<?> names = Class.forName(JAVAC + "util.Names");
        private final Class<?> name = Class.forName(JAVAC + "util.Name");
        private final Class<?> symbols = Class.forName(JAVAC + "code.Symtab");
        private final Class<?> module = Class.forName(JAVAC + "code.Symbol$ModuleSymbol");
        private final Class<?> finder = Class.forName(JAVAC + "code.ClassFinder");
        private final Method nameOf = names.getMethod("fromString", String.class);
        private final Method removeClass = symbols.getMethod("removeClass", module, name);
        private final Method getPackage = symbols.getMethod("getPackage", module, name);
        private final Method getCompleter = finder.getMethod("getCompleter");
        private final Field completer = Class.forName(JAVAC + "code.Symbol").getField("completer");
        private final Field members =
                Class.forName(JAVAC + "code.Symbol$PackageSymbol").getField("members_field");

        Memory(Set<String> own) throws ReflectiveOperationException {
            this.own = own;
            own.forEach(each -> packages.add(each.substring(0, Math.max(0, each.lastIndexOf('.')))));
        }

        Object of(JavacTask used) throws ReflectiveOperationException {
            return task.getMethod("getContext").invoke(used);
        }

        void forget(Object inside) throws ReflectiveOperationException {
            Object table = of(symbols, inside);
            Object dictionary = of(names, inside);
            Object reader = getCompleter.invoke(of(finder, inside));
            for (String field : new String[] {"unnamedModule", "noModule"}) {
                Object where = symbols.getField(field).get(table);
                for (String each : own) {
                    removeClass.invoke(table, where, nameOf.invoke(dictionary, each));
                }
                for (String each : packages) {
                    Object found = getPackage.invoke(table, where, nameOf.invoke(dictionary, each));
                    if (found != null) {
                        members.set(found, null);
                        completer.set(found, reader);
                    }
                }
            }
        }

        private Object of(Class<?> type, Object inside) throws ReflectiveOperationException {
            return type.getMethod("instance", context).invoke(null, inside);
        }
    }
}
