package dev.tracemend.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** For each rule of the house a class that breaks it is compiled and shown to the rule, which must object. */
class PlantedViolationsTest {
    @TempDir
    private Path folder;

    @Test
    void eachRuleHasAViolation() {
        assertThat(violations().keySet()).isEqualTo(HouseRules.all().keySet());
    }

    @TestFactory
    Stream<DynamicTest> eachRuleObjects() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    JavaClasses planted = compile(rule.getKey(), violations().get(rule.getKey()));
                    EvaluationResult result =
                            rule.getValue().allowEmptyShould(true).evaluate(planted);
                    assertThat(result.hasViolation()).as(rule.getKey()).isTrue();
                }));
    }

    /** Rule name to sources; the first line of a source is its package. */
    private static Map<String, List<String>> violations() {
        Map<String, List<String>> planted = new LinkedHashMap<>();
        planted.put(
                "data flows one way between modules",
                List.of(
                        "package dev.tracemend.logs; public class Planted { dev.tracemend.worker.Target t; }",
                        "package dev.tracemend.worker; public class Target {}"));
        planted.put(
                "no cycles between modules",
                List.of(
                        "package dev.tracemend.tailer; public class Here { dev.tracemend.streams.There t; }",
                        "package dev.tracemend.streams; public class There { dev.tracemend.tailer.Here h; }"));
        planted.put(
                "no cycles inside agent-core",
                List.of(
                        "package dev.tracemend.agent.edit; public class Here { dev.tracemend.agent.fix.There t; }",
                        "package dev.tracemend.agent.fix; public class There { dev.tracemend.agent.edit.Here h; }"));
        planted.put(
                "agent-core knows no transport",
                List.of(
                        "package dev.tracemend.agent.fix; class Planted { org.apache.kafka.common.TopicPartition p; }"));
        planted.put(
                "windows and logs are pure",
                List.of("package dev.tracemend.streams.window; class Planted { org.slf4j.Logger log; }"));
        planted.put("wire types are data", List.of("package dev.tracemend.contracts; public class Planted {}"));
        planted.put(
                "only agent.workspace writes files in agent-core",
                List.of(
                        "package dev.tracemend.agent.edit; class Planted { void f(java.nio.file.Path p) throws Exception"
                                + " { java.nio.file.Files.writeString(p, \"\"); } }"));
        planted.put(
                "few packages start processes",
                List.of(
                        "package dev.tracemend.agent.edit; class Planted { Object f() { return new ProcessBuilder(\"ls\"); } }"));
        planted.put(
                "only cli prints or exits",
                List.of(
                        "package dev.tracemend.worker; class Planted { void f() { System.out.println(); System.exit(1); } }"));
        planted.put("names say what a thing does", List.of("package dev.tracemend.worker; class PlantedUtils {}"));
        planted.put(
                "simple names are unique",
                List.of("package dev.tracemend.worker; class Twin {}", "package dev.tracemend.status; class Twin {}"));
        planted.put(
                "the environment is read in *Config",
                List.of("package dev.tracemend.worker; class Planted { String f() { return System.getenv(\"A\"); } }"));
        planted.put(
                "nobody sleeps",
                List.of(
                        "package dev.tracemend.worker; class Planted { void f() throws Exception { Thread.sleep(1); } }"));
        planted.put("every package tells its story", List.of("package dev.tracemend.worker.planted; class Planted {}"));
        planted.put("no static state", List.of("package dev.tracemend.worker; class Planted { static int count; }"));
        planted.put(
                "Jackson stays behind its door",
                List.of(
                        "package dev.tracemend.agent.fix; class Planted { com.fasterxml.jackson.databind.ObjectMapper m; }"));
        planted.put(
                "Kafka stays behind its door",
                List.of(
                        "package dev.tracemend.tailer.source; class Planted { org.apache.kafka.common.TopicPartition p; }"));
        planted.put(
                "LangChain4j stays behind its door",
                List.of("package dev.tracemend.agent.fix; class Planted { dev.langchain4j.model.chat.ChatModel m; }"));
        planted.put(
                "Micronaut stays behind its door",
                List.of("package dev.tracemend.worker; class Planted { io.micronaut.context.ApplicationContext c; }"));
        // Spark is on no class path here, so the planted class names a package of Hadoop that is compiled beside it.
        planted.put(
                "Spark stays behind its door",
                List.of(
                        "package dev.tracemend.worker; class Planted { org.apache.hadoop.fake.Thing t; }",
                        "package org.apache.hadoop.fake; public class Thing {}"));
        planted.put(
                "pty4j stays behind its door",
                List.of("package dev.tracemend.agent.fix; class Planted { com.pty4j.PtyProcess p; }"));
        planted.put(
                "picocli stays behind its door",
                List.of("package dev.tracemend.worker; class Planted { picocli.CommandLine c; }"));
        return planted;
    }

    private JavaClasses compile(String name, List<String> sources) throws IOException {
        Path in = Files.createDirectories(folder.resolve(name.replace('*', '_')).resolve("in"));
        Path out = Files.createDirectories(in.resolveSibling("out"));
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            String type = source.replaceAll("(?s).*?\\bclass (\\w+).*", "$1");
            String home = source.replaceAll("(?s)package ([\\w.]+);.*", "$1");
            Path file = Files.createDirectories(in.resolve(home)).resolve(type + ".java");
            files.add(Files.writeString(file, source));
        }
        StringWriter messages = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            messages,
                            manager,
                            null,
                            List.of("-d", out.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as(messages.toString()).isTrue();
        }
        return new ClassFileImporter().importPath(out);
    }
}
