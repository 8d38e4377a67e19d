package dev.tracemend.agent.judge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;

/**
 * The files of a compiler that runs no code of theirs: a plugin in a jar of the project would start in this JVM else,
 * whatever the options say. Looking for one on a long class path also takes longer than compiling a small class.
 */
class ClosedFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private static final ClassLoader NOTHING = new ClassLoader(null) {};

    ClosedFiles(JavaFileManager files) {
        super(files);
    }

    /** Files of the JDK alone, enough to parse a text. */
    static ClosedFiles ofTheJdk(JavaCompiler compiler) {
        return new ClosedFiles(compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
    }

    @Override
    public final ClassLoader getClassLoader(Location location) {
        return NOTHING;
    }
}
