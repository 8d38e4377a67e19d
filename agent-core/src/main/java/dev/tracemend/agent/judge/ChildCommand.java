package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.MinionMain;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** How the child JVM is started and what it gets to see; found from where our own classes come from. */
final class ChildCommand {
    private static final Pattern ENGINE = Pattern.compile("junit-(platform-engine|jupiter-api)-(.+)\\.jar");

    private ChildCommand() {}

    /** The words that start the child JVM. */
    static List<String> java(int heapMb, Path workFolder) {
        return List.of(
                javaHome().resolve("bin").resolve("java").toString(),
                "-Xmx" + heapMb + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                // No handlers: formatting log records nobody reads took most of the search's time.
                "-Djava.util.logging.config.file=/dev/null",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + workFolder,
                "-Duser.home=" + workFolder,
                "-cp",
                place(MinionMain.class).toString(),
                MinionMain.class.getName());
    }

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** What the child reads besides the project's own class path. */
    static List<Path> readable() {
        List<Path> paths = new ArrayList<>(ours());
        paths.add(javaHome());
        paths.add(place(MinionMain.class));
        return paths;
    }

    /**
     * The class path of the tested code: JUnit's platform in one version, the project's libraries, our test runner. Old
     * engines run on a newer platform, so ours comes first, unless the project's own launcher lies beside its engine.
     */
    static List<Path> libraries(List<Path> classPath) {
        List<Path> all = new ArrayList<>();
        Optional<Path> launcher = classPath.stream()
                .flatMap(jar -> sibling(jar, "platform-engine", "platform-launcher").stream())
                .findFirst();
        if (launcher.isPresent()) {
            all.add(launcher.get());
        } else {
            all.addAll(ours());
        }
        all.addAll(classPath);
        classPath.forEach(jar -> sibling(jar, "jupiter-api", "jupiter-engine").ifPresent(all::add));
        all.add(place(MinionMain.class));
        return all.stream().distinct().toList();
    }

    /** Another artifact of JUnit in the same version, where a local repository has it beside the first. */
    private static Optional<Path> sibling(Path jar, String artifact, String wanted) {
        Matcher name = ENGINE.matcher(String.valueOf(jar.getFileName()));
        if (!name.matches() || !name.group(1).equals(artifact)) {
            return Optional.empty();
        }
        Path beside = Path.of(jar.toString().replace("junit-" + artifact, "junit-" + wanted));
        return Files.exists(beside) ? Optional.of(beside) : Optional.empty();
    }

    private static List<Path> ours() {
        return List.of(
                place(Launcher.class),
                place(TestEngine.class),
                place(JUnitException.class),
                place(AssertionFailedError.class));
    }

    private static Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            throw new IllegalStateException("it is not known where " + type.getName() + " comes from");
        }
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException("the place of " + type.getName() + " is no file: " + location, unreadable);
        }
    }
}
