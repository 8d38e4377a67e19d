package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.repair.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a checkout is built is read off its files. */
class ProjectDetectorTest {
    @TempDir
    Path dir;

    private Path root;
    private Path cache;

    @BeforeEach
    void start() throws IOException {
        root = Files.createDirectory(dir.resolve("project")).toRealPath();
        cache = dir.resolve("cache");
    }

    private Path folder(String path) throws IOException {
        return Files.createDirectories(root.resolve(path));
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    @Test
    void plainSourcesWithJars() throws IOException {
        folder("src");
        folder("test");
        file("lib/b.jar", "");
        file("lib/a.jar", "");
        file("lib/notes.txt", "");
        Project project = ProjectDetector.detect(root, cache);
        assertThat(project.root()).isEqualTo(root);
        assertThat(project.sources()).containsExactly(root.resolve("src"));
        assertThat(project.tests()).containsExactly(root.resolve("test"));
        assertThat(project.classPath()).containsExactly(root.resolve("lib/a.jar"), root.resolve("lib/b.jar"));
    }

    @Test
    void mavenLayoutWithoutAPom() throws IOException {
        folder("src/main/java");
        folder("src/test/java");
        Project project = ProjectDetector.detect(root, cache);
        assertThat(project.sources()).containsExactly(root.resolve("src/main/java"));
        assertThat(project.tests()).containsExactly(root.resolve("src/test/java"));
    }

    @Test
    void takesTheModuleThatHoldsTheSite() throws IOException {
        file("build.gradle", "");
        file("orders/build.gradle", "");
        file("orders/src/main/java/A.java", "class A {}");
        folder("src/main/java");
        Detection found = ProjectDetector.inspect(root, cache, "orders/src/main/java/A.java");
        assertThat(found.project().root()).isEqualTo(root);
        assertThat(found.project().sources()).containsExactly(root.resolve("orders/src/main/java"));
        assertThat(found.notes()).anyMatch(note -> note.contains("Gradle"));
    }

    @Test
    void saysThatThereIsNothingToCompile() throws IOException {
        file("main.py", "print(1)");
        assertThat(ProjectDetector.inspect(root, cache, "").notes()).anyMatch(note -> note.contains("no Java sources"));
    }

    @Test
    void asksMavenOnceForEachStateOfThePom() throws IOException {
        file("pom.xml", "<project><modelVersion>4.0.0</modelVersion></project>");
        folder("src/main/java");
        Path jar = Files.createFile(dir.resolve("a.jar"));
        Path calls = dir.resolve("calls.txt");
        MavenClassPath maven = new MavenClassPath(cache, fakeMaven("""
                #!/bin/sh
                echo "$@" >> %s
                for word in "$@"; do case "$word" in -Dmdep.outputFile=*) printf %%s "%s" > "${word#*=}";; esac; done
                """.formatted(calls, jar)));
        List<String> notes = new ArrayList<>();
        assertThat(maven.of(root, notes)).containsExactly(jar);
        assertThat(maven.of(root, notes)).containsExactly(jar);
        assertThat(calls).content().hasLineCount(1).contains("-o ", "build-classpath", "includeScope=test");
        file("pom.xml", "<project><modelVersion>4.0.0</modelVersion><name>x</name></project>");
        assertThat(maven.of(root, notes)).containsExactly(jar);
        assertThat(calls).content().hasLineCount(2);
        assertThat(notes).isEmpty();
    }

    @Test
    void triesOnlineOnceAndThenGoesOnWithout() throws IOException {
        file("pom.xml", "<project><modules><module>a</module></modules></project>");
        Path calls = dir.resolve("calls.txt");
        MavenClassPath maven = new MavenClassPath(
                cache, fakeMaven("#!/bin/sh\necho \"$@\" >> " + calls + "\necho '[ERROR] no such artifact'\nexit 1\n"));
        List<String> notes = new ArrayList<>();
        assertThat(maven.of(root, notes)).isEmpty();
        assertThat(calls).content().hasLineCount(2).contains("-U ");
        assertThat(notes).anyMatch(note -> note.contains("no such artifact"));
    }

    @Test
    void saysThatMavenIsMissing() throws IOException {
        file("pom.xml", "<project/>");
        List<String> notes = new ArrayList<>();
        assertThat(new MavenClassPath(cache, dir.resolve("absent").toString()).of(root, notes))
                .isEmpty();
        assertThat(notes).anyMatch(note -> note.contains("cannot be started"));
    }

    private String fakeMaven(String text) throws IOException {
        Path script = Files.writeString(dir.resolve("mvn"), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script.toString();
    }
}
