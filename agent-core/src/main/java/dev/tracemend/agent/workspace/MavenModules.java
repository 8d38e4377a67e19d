package dev.tracemend.agent.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Maven modules of a checkout, read from their poms alone: which needs which, and for which Java they are written. */
final class MavenModules {
    private static final int MOST = 300;
    private static final int DEEPEST = 6;
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern BUILD = Pattern.compile("<(build|reporting)>.*?</\\1>", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("<modules>.*?</modules>", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern MANAGED =
            Pattern.compile("<dependencyManagement>.*?</dependencyManagement>", Pattern.DOTALL);
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([^<\\s]+)\\s*</artifactId>");
    private static final Pattern RELATIVE = Pattern.compile("<relativePath>\\s*([^<\\s]*)\\s*</relativePath>");
    private static final Pattern RELEASE = Pattern.compile(
            "<(?:maven\\.compiler\\.release|release|maven\\.compiler\\.source|source|java\\.version)>\\s*(?:1\\.)?(\\d{1,2})\\s*<");

    private final Map<String, Path> byArtifact = new LinkedHashMap<>();

    MavenModules(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, DEEPEST)) {
            for (Path pom : files.filter(MavenModules::isPom).limit(MOST).toList()) {
                Matcher name = ARTIFACT.matcher(PARENT.matcher(text(pom)).replaceAll(""));
                if (name.find()) {
                    byArtifact.putIfAbsent(name.group(1), pom.resolveSibling(""));
                }
            }
        }
    }

    private static boolean isPom(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith("/pom.xml") && !path.contains("/target/") && !path.contains("/src/");
    }

    private static String text(Path pom) throws IOException {
        return COMMENT.matcher(Files.readString(pom, StandardCharsets.UTF_8)).replaceAll("");
    }

    /** The modules that one needs, itself first, through as many as it takes. */
    List<Path> needed(Path module) throws IOException {
        Set<Path> needed = new LinkedHashSet<>(List.of(module));
        List<Path> open = new ArrayList<>(needed);
        while (!open.isEmpty()) {
            String pom =
                    MANAGED.matcher(text(open.remove(0).resolve("pom.xml"))).replaceAll("");
            Matcher dependency = DEPENDENCY.matcher(pom);
            while (dependency.find()) {
                Path sibling = byArtifact.get(artifact(dependency.group()));
                if (sibling != null && needed.add(sibling)) {
                    open.add(sibling);
                }
            }
        }
        return List.copyOf(needed);
    }

    private static String artifact(String dependency) {
        Matcher name = ARTIFACT.matcher(dependency);
        return name.find() ? name.group(1) : "";
    }

    /** A module's pom as it tells what the module needs and nothing of how it is built; siblings are left out. */
    private String bare(String pom) {
        String bare = LIST.matcher(BUILD.matcher(pom).replaceAll("")).replaceAll("");
        return DEPENDENCY
                .matcher(bare)
                .replaceAll(found ->
                        byArtifact.containsKey(artifact(found.group())) ? "" : Matcher.quoteReplacement(found.group()));
    }

    /**
     * Copies a module's pom and those it inherits from, without all that could run code of the checkout: plug-ins,
     * extensions, {@code .mvn}.
     *
     * @return the module's folder in the copy
     */
    Path copy(Path root, Path module, Path into) throws IOException {
        Set<Path> open = new LinkedHashSet<>(List.of(module.resolve("pom.xml")));
        Set<Path> done = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Path pom = open.iterator().next();
            open.remove(pom);
            if (done.add(pom) && pom.startsWith(root) && Files.isRegularFile(pom)) {
                String text = text(pom);
                Path copied = into.resolve(root.relativize(pom).toString());
                Files.createDirectories(copied.resolveSibling(""));
                Files.writeString(copied, bare(text));
                open.add(parent(pom, text));
            }
        }
        return into.resolve(root.relativize(module).toString());
    }

    private static Path parent(Path pom, String text) throws IOException {
        Matcher parent = PARENT.matcher(text);
        Matcher relative = RELATIVE.matcher(parent.find() ? parent.group() : "");
        String path = relative.find() ? relative.group(1) : "../pom.xml";
        Path found = pom.resolveSibling(path.isEmpty() ? "../pom.xml" : path).normalize();
        return Files.isDirectory(found) ? found.resolve("pom.xml") : found;
    }

    /** The version of Java that a module or one it inherits from names; 0 where none does. */
    static int release(Path root, Path module) throws IOException {
        Path pom = module.resolve("pom.xml");
        for (int i = 0; i < DEEPEST && pom.startsWith(root) && Files.isRegularFile(pom); i++) {
            String text = text(pom);
            Matcher release = RELEASE.matcher(text);
            if (release.find()) {
                return Integer.parseInt(release.group(1));
            }
            pom = parent(pom, text);
        }
        return 0;
    }
}
