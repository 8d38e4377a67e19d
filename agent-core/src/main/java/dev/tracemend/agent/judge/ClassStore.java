package dev.tracemend.agent.judge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Gives the compiler the classes that stand already, and takes those it makes; all in memory. */
final class ClassStore extends ClosedFiles {
    private final Map<String, List<JavaFileObject>> standing = new HashMap<>();
    private final Map<String, ByteArrayOutputStream> made = new LinkedHashMap<>();
    private final Map<String, String> sourceOf = new LinkedHashMap<>();
    private final Map<String, List<JavaFileObject>> listed = new HashMap<>();

    ClassStore(JavaFileManager files, Map<String, byte[]> standing) {
        super(files);
        standing.forEach((name, bytes) -> this.standing
                .computeIfAbsent(packageOf(name), key -> new ArrayList<>())
                .add(new StandingClass(name, bytes)));
    }

    /** Forgets what was made, for another compilation against the same classes. */
    void begin() {
        made.clear();
        sourceOf.clear();
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    Map<String, String> sourceOf() {
        return Map.copyOf(sourceOf);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
            return super.list(location, packageName, kinds, recurse);
        }
        // The jars stay as they are, and there may be many to look through.
        String key = packageName + kinds + recurse;
        List<JavaFileObject> known = listed.get(key);
        if (known == null) {
            known = new ArrayList<>(standing.getOrDefault(packageName, List.of()));
            super.list(location, packageName, kinds, recurse).forEach(known::add);
            listed.put(key, known);
        }
        return known;
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof StandingClass one ? one.className : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.equals(other);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        if (sibling instanceof SourceText source) {
            sourceOf.put(className, source.path());
        }
        return new SimpleJavaFileObject(URI.create("made:///" + className.replace('.', '/') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                return made.computeIfAbsent(className, name -> new ByteArrayOutputStream());
            }
        };
    }

    private static final class StandingClass extends SimpleJavaFileObject {
        private final String className;
        private final byte[] bytes;

        StandingClass(String className, byte[] bytes) {
            super(URI.create("standing:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
            this.className = className;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
