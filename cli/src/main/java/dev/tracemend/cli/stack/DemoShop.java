package dev.tracemend.cli.stack;

import dev.tracemend.cli.CommandFailure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The small service that {@code demo} breaks: its sources travel in our jar, become a git repository of their own in the
 * demo's data folder, are compiled with the JDK's compiler and run as a process that drives real requests against
 * itself.
 *
 * @param checkout the git repository a worker mends
 * @param log the service's log file
 */
public record DemoShop(Path checkout, Path log, Path classes) {
    /** How the demo must end: planted bugs mended, and failures that no edit can mend. */
    public static final int VERIFIED = 8;

    /** Failures that must only be diagnosed. */
    public static final int DIAGNOSED = 2;

    private static final String RESOURCES = "broken-shop";
    private static final String MAIN = "com.example.shop.Main";

    /** Lays the shop out below {@code folder}: the repository with one commit; classes and log come later. */
    public static DemoShop layOut(Path folder) {
        try {
            Path checkout = folder.resolve("shop");
            unpack(checkout);
            commit(checkout);
            return new DemoShop(checkout.toRealPath(), folder.resolve("shop.log"), folder.resolve("shop-classes"));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's service cannot be laid out in " + folder, e);
        }
    }

    /** Runs the service with its traffic; the process ends when all requests are answered. */
    public Process run() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes.toString(),
                MAIN,
                "--log",
                log.toString(),
                "--traffic");
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TZ"));
        builder.redirectErrorStream(true)
                .redirectOutput(log.resolveSibling("shop.out").toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's service cannot be started", e);
        }
    }

    private static void unpack(Path target) throws IOException {
        URI pom = resource(RESOURCES + "/pom.xml");
        if (pom.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(pom, Map.of())) {
                copy(jar.getPath("/" + RESOURCES), target);
            }
        } else {
            copy(Path.of(pom).resolveSibling(""), target);
        }
    }

    private static URI resource(String name) {
        var url = DemoShop.class.getClassLoader().getResource(name);
        if (url == null) {
            throw CommandFailure.failed("this build carries no demo service (" + name + " is missing in the jar)");
        }
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url + " is no URI", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void commit(Path checkout) throws IOException {
        git(checkout, "init", "-q", "-b", "main");
        git(checkout, "add", "-A");
        git(checkout, "commit", "-q", "-m", "The shop as it went to production");
    }

    private static void git(Path checkout, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Broken Shop",
                "-c",
                "user.email=shop@example.com",
                "-c",
                "commit.gpgsign=false",
                "-c",
                "core.hooksPath=/dev/null"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw CommandFailure.failed("git " + arguments[0] + " failed in " + checkout + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    /** Compiles the shop with the JDK's own compiler: a build tool would need the network. */
    public void compile() {
        try {
            Files.createDirectories(classes);
            compile(checkout, classes);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's service cannot be compiled in " + classes, e);
        }
    }

    private static void compile(Path checkout, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw CommandFailure.configuration("tracemend needs a JDK, and " + System.getProperty("java.home")
                    + " has no compiler; set JAVA_HOME to a JDK 17 or newer");
        }
        StringWriter messages = new StringWriter();
        try (Stream<Path> files = Files.walk(checkout.resolve("src/main/java"));
                var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of("-d", classes.toString(), "-g", "-parameters", "-proc:none");
            boolean done = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw CommandFailure.failed("the demo's service does not compile:\n" + messages);
            }
        }
    }
}
