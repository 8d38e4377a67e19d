package dev.tracemend.agent.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class path of a Gradle module as far as its build file names it in plain words, {@code 'group:name:version'}, with
 * what those need in turn; taken from what Gradle or Maven have fetched before. The build file is read, never run.
 */
final class GradleClassPath {
    private static final int MOST = 300;
    private static final Pattern NAMED = Pattern.compile("['\"]([\\w.-]+):([\\w.-]+):([\\w.-]+)['\"]");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern RELEASE = Pattern.compile(
            "(?:sourceCompatibility|JavaLanguageVersion\\.of|options\\.release)[^\\d\\n]{0,40}?(?:1[._])?(\\d{1,2})\\b");

    private final Path gradle;
    private final Path maven;

    /** Looks into the folder of Gradle's files and into a local Maven repository. */
    GradleClassPath(Path gradle, Path maven) {
        this.gradle = gradle;
        this.maven = maven;
    }

    static GradleClassPath ofThisUser() {
        Path home = Path.of(System.getProperty("user.home"));
        return new GradleClassPath(home.resolve(".gradle/caches/modules-2/files-2.1"), home.resolve(".m2/repository"));
    }

    static boolean isModule(Path module) {
        return buildFile(module).isPresent();
    }

    private static Optional<Path> buildFile(Path module) {
        return Stream.of("build.gradle", "build.gradle.kts")
                .map(module::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The version of Java that the build file names; 0 where it does not. */
    static int release(Path module) throws IOException {
        Optional<Path> build = buildFile(module);
        Matcher release = RELEASE.matcher(build.isPresent() ? Files.readString(build.get()) : "");
        return release.find() ? Integer.parseInt(release.group(1)) : 0;
    }

    private record Artifact(String group, String name, String version) {
        String file(String ending) {
            return name + "-" + version + ending;
        }
    }

    List<Path> of(Path module, List<String> notes) throws IOException {
        Map<String, Path> jars = new LinkedHashMap<>();
        Deque<Artifact> open = new ArrayDeque<>();
        Matcher named = NAMED.matcher(Files.readString(buildFile(module).orElseThrow()));
        while (named.find()) {
            open.add(new Artifact(named.group(1), named.group(2), named.group(3)));
        }
        while (!open.isEmpty() && jars.size() < MOST) {
            Artifact one = open.poll();
            Optional<Path> jar = find(one, ".jar");
            if (!jars.containsKey(one.group() + ":" + one.name()) && jar.isPresent()) {
                jars.put(one.group() + ":" + one.name(), jar.get());
                needed(one, open);
            }
        }
        notes.add("of the Gradle build only dependencies named as 'group:name:version' are known; found " + jars.size()
                + " jars");
        return List.copyOf(jars.values());
    }

    private void needed(Artifact one, Deque<Artifact> open) throws IOException {
        Optional<Path> pom = find(one, ".pom");
        Matcher dependency = DEPENDENCY.matcher(pom.isPresent() ? Files.readString(pom.get()) : "");
        while (dependency.find()) {
            String text = dependency.group(1);
            String version = value(text, "version");
            boolean wanted = !text.contains("<scope>test<") && !text.contains("<optional>true<");
            if (wanted && version.matches("[\\w.-]+")) {
                open.add(new Artifact(value(text, "groupId"), value(text, "artifactId"), version));
            }
        }
    }

    private static String value(String xml, String tag) {
        Matcher found = Pattern.compile("<" + tag + ">\\s*([^<\\s]+)").matcher(xml);
        return found.find() ? found.group(1) : "";
    }

    private Optional<Path> find(Artifact one, String ending) throws IOException {
        Path fetched = gradle.resolve(one.group()).resolve(one.name()).resolve(one.version());
        if (Files.isDirectory(fetched)) {
            try (Stream<Path> files = Files.walk(fetched, 2)) {
                Optional<Path> found =
                        files.filter(file -> file.endsWith(one.file(ending))).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        Path local = maven.resolve(one.group().replace('.', '/'))
                .resolve(one.name())
                .resolve(one.version())
                .resolve(one.file(ending));
        return Optional.of(local).filter(Files::isRegularFile);
    }
}
