package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The test class path of a Maven module, asked of Maven itself: offline, then once online. The answer is kept by the
 * content of the poms, so Maven runs once per state of the project.
 */
final class MavenClassPath {
    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path cacheDir;
    private final String program;

    /** Asks {@code program}, usually {@code mvn}, and remembers below {@code cacheDir}. */
    MavenClassPath(Path cacheDir, String program) {
        this.cacheDir = cacheDir;
        this.program = program;
    }

    List<Path> of(Path module, List<String> notes) throws IOException {
        return of(module, new MavenModules(module), module, notes);
    }

    /** The jars of a module and of the modules of the checkout that it needs, without those modules themselves. */
    List<Path> of(Path root, MavenModules modules, Path module, List<String> notes) throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        for (Path each : modules.needed(module)) {
            jars.addAll(one(root, modules, each, notes));
        }
        return List.copyOf(jars);
    }

    private List<Path> one(Path root, MavenModules modules, Path module, List<String> notes) throws IOException {
        Path kept = Files.createDirectories(cacheDir).toRealPath().resolve("classpath-" + key(module) + ".txt");
        if (Files.exists(kept)) {
            List<Path> jars = parse(Files.readString(kept));
            if (jars.stream().allMatch(Files::exists)) {
                return jars;
            }
        }
        // Only the poms, and of them only what a module needs: nothing of the checkout is run.
        try (ScratchFolder copy = ScratchFolder.create(cacheDir, "poms")) {
            return ask(modules.copy(root, module, copy.path()), kept, notes);
        }
    }

    private List<Path> ask(Path module, Path kept, List<String> notes) throws IOException {
        Path answer = kept.resolveSibling(
                kept.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Ended ended = maven(module, answer, "-o");
            if (!ended.ok() && !ended.error().contains("cannot be started")) {
                ended = maven(module, answer, "-U");
            }
            if (!ended.ok() || !Files.exists(answer)) {
                notes.add("Maven could not tell the class path, it is taken as empty: " + reason(ended));
                return List.of();
            }
            Files.move(answer, kept, StandardCopyOption.REPLACE_EXISTING);
            return parse(Files.readString(kept));
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    private Ended maven(Path module, Path answer, String mode) {
        return new Command(module, Map.of(), LIMIT)
                .run(List.of(
                        program, mode, "-q", "-B", GOAL, "-Dmdep.outputFile=" + answer, "-Dmdep.includeScope=test"));
    }

    private static String reason(Ended ended) {
        String said = (ended.out() + "\n" + ended.error()).strip();
        return said.lines()
                .filter(line -> line.contains("ERROR") || line.contains("cannot"))
                .findFirst()
                .orElse(said);
    }

    /** Of the module's pom and those above it, from which it may inherit. */
    private static String key(Path module) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path folder = module; folder != null; folder = folder.getParent()) {
                Path pom = folder.resolve("pom.xml");
                if (!Files.exists(pom)) {
                    break;
                }
                digest.update(Files.readAllBytes(pom));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    private static List<Path> parse(String text) {
        List<Path> jars = new ArrayList<>();
        for (String entry : text.strip().split(Pattern.quote(File.pathSeparator), -1)) {
            if (!entry.isBlank()) {
                jars.add(Path.of(entry));
            }
        }
        return jars;
    }
}
