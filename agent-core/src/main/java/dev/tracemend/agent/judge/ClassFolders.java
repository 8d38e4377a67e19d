package dev.tracemend.agent.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads compiled classes from the folders of a class path. */
final class ClassFolders {
    private static final Logger log = LoggerFactory.getLogger(ClassFolders.class);
    private static final int MOST_CLASSES = 5000;
    private static final long LARGEST = 4L << 20;

    private ClassFolders() {}

    /** Bytes by class name; jars are passed over. */
    static Map<String, byte[]> read(List<Path> classPath) {
        Map<String, byte[]> classes = new TreeMap<>();
        for (Path folder : classPath) {
            if (Files.isDirectory(folder)) {
                read(folder, classes);
            }
        }
        return classes;
    }

    private static void read(Path folder, Map<String, byte[]> classes) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                if (classes.size() < MOST_CLASSES && Files.size(file) <= LARGEST) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    String className = name.substring(0, name.length() - 6).replace('/', '.');
                    classes.putIfAbsent(className, Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            log.warn("the classes in {} cannot be read: {}", folder, unreadable.getMessage());
        }
    }
}
