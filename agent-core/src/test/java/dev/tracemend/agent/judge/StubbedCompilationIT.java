package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.MemoryCompiler.Compiled;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is compiled with stubs is what a compiler that knows nothing makes of the whole, for our cases and our own code. */
class StubbedCompilationIT {
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TOKEN = Pattern.compile(
            "(?<= )(<=|<|==|\\+|-|&&)(?= )|\\b(0|1|true|null)\\b|(?<=\\()\\w+(?=\\))|\\breturn [^;{}]+;|-> ");
    private static final List<String> OTHERS =
            List.of(">=", "<", "!=", "-", "||", "2", "null", "this", "return null;", "return;", "-> !");
    private static final int CHANGES_A_FILE = 6;

    @TestFactory
    Stream<DynamicTest> casesAreCompiledAlike() throws IOException {
        List<Path> folders;
        try (Stream<Path> cases = Files.list(REPOSITORY.resolve("bench/cases/java"))) {
            folders = cases.map(StubbedCompilationIT::sources)
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
        assertThat(folders).hasSizeGreaterThan(20);
        return folders.stream()
                .map(folder ->
                        DynamicTest.dynamicTest(REPOSITORY.relativize(folder).toString(), () -> alike(folder)));
    }

    private static Path sources(Path folder) {
        Path maven = folder.resolve("src/main/java");
        return Files.isDirectory(maven) ? maven : folder.resolve("src");
    }

    @Test
    void ourOwnLogModuleIsCompiledAlike() throws IOException {
        alike(REPOSITORY.resolve("logs/src/main/java"));
    }

    private static void alike(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        try (MemoryCompiler compiler = MemoryCompiler.create(jars).orElseThrow()) {
            Compiled all = compiler.compile(texts, Map.of());
            assertThat(all.errors()).isEmpty();
            ProjectSources sources = new ProjectSources(texts, Map.of());
            QuickCompiler quick = new QuickCompiler(sources, all.classes(), compiler);
            texts.forEach((path, text) -> {
                SourceFacts facts = SourceFacts.of(path, text);
                for (TextEdit edit : changes(path, text, facts)) {
                    EditedSources edited = EditedSources.of(sources, List.of(edit));
                    if (edited.problem().isEmpty()) {
                        Compiled quickly = quick.compile(edited, List.of(edit), Map.of(path, facts));
                        alike(edit, quickly, compiler.compile(edited.texts(), all.classes()));
                    }
                }
            });
        }
    }

    private static void alike(TextEdit edit, Compiled quickly, Compiled afresh) {
        assertThat(quickly.ok()).as("%s: %s", edit, afresh.errors()).isEqualTo(afresh.ok());
        assertThat(quickly.classes().keySet())
                .as("%s", edit)
                .isEqualTo(afresh.classes().keySet());
        quickly.classes().forEach((name, bytes) -> assertThat(
                        ClassSplice.same(bytes, afresh.classes().get(name)))
                .as("%s of %s", name, edit)
                .isTrue());
    }

    private static List<TextEdit> changes(String path, String text, SourceFacts facts) {
        Random random = new Random(17);
        List<TextEdit> changes = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (facts.inBody(matcher.start(), matcher.end())) {
                String other = OTHERS.get(random.nextInt(OTHERS.size()));
                changes.add(new TextEdit(path, matcher.start(), matcher.end(), other));
            }
        }
        Collections.shuffle(changes, random);
        return changes.subList(0, Math.min(CHANGES_A_FILE, changes.size()));
    }
}
