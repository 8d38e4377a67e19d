package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFilesTest {
    @TempDir
    private Path dir;

    private Path root;

    @BeforeEach
    void real() throws IOException {
        root = dir.toRealPath();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void findsTheModulesThatOneNeeds() throws IOException {
        write(
                "pom.xml",
                "<project><artifactId>all</artifactId><modules><module>web</module></modules>"
                        + "<properties><maven.compiler.release>11</maven.compiler.release></properties></project>");
        write(
                "web/pom.xml",
                "<project><parent><artifactId>all</artifactId></parent><artifactId>web</artifactId>"
                        + "<dependencies><dependency><groupId>x</groupId><artifactId>core</artifactId></dependency>"
                        + "<dependency><groupId>y</groupId><artifactId>jar</artifactId></dependency></dependencies>"
                        + "<build><plugins><plugin/></plugins></build></project>");
        write(
                "core/pom.xml",
                "<project><parent><artifactId>all</artifactId></parent><artifactId>core</artifactId>"
                        + "<!-- <dependency><artifactId>web</artifactId></dependency> --></project>");
        MavenModules modules = new MavenModules(root);
        assertThat(modules.needed(root.resolve("web"))).containsExactly(root.resolve("web"), root.resolve("core"));
        assertThat(MavenModules.release(root, root.resolve("web"))).isEqualTo(11);
        Path copy = modules.copy(root, root.resolve("web"), Files.createDirectory(root.resolve("copy")));
        assertThat(Files.readString(copy.resolve("pom.xml")))
                .contains("<artifactId>jar</artifactId>")
                .doesNotContain("core")
                .doesNotContain("plugin");
        assertThat(copy.resolveSibling("pom.xml")).exists();
    }

    @Test
    void readsWhatAGradleBuildNames() throws IOException {
        write(
                "build.gradle",
                "dependencies { implementation 'a.b:c:1.0'\n testImplementation(\"a.b:gone:2\") }\n"
                        + "java { toolchain { languageVersion = JavaLanguageVersion.of(11) } }");
        write("m2/a/b/c/1.0/c-1.0.jar", "");
        write(
                "m2/a/b/c/1.0/c-1.0.pom",
                "<project><dependencies><dependency><groupId>d</groupId>"
                        + "<artifactId>e</artifactId><version>3</version></dependency></dependencies></project>");
        write("gradle/d/e/3/00ff/e-3.jar", "");
        List<String> notes = new ArrayList<>();
        GradleClassPath gradle = new GradleClassPath(root.resolve("gradle"), root.resolve("m2"));
        assertThat(gradle.of(root, notes))
                .containsExactly(root.resolve("m2/a/b/c/1.0/c-1.0.jar"), root.resolve("gradle/d/e/3/00ff/e-3.jar"));
        assertThat(notes).hasSize(1);
        assertThat(GradleClassPath.release(root)).isEqualTo(11);
    }
}
