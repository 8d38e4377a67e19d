package dev.tracemend.agent.judge.script;

import dev.tracemend.logs.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The interpreter that runs a checkout's code: the words that start our runner in it, and what must be readable for that.
 *
 * @param installed the folder of the checkout's installed packages; empty where there is none
 */
record ScriptRuntime(List<String> words, List<Path> readable, Optional<Path> installed) {
    private static final Logger log = LoggerFactory.getLogger(ScriptRuntime.class);
    private static final String PYTHON_ASKS =
            "import sys;print(sys.executable);print(sys.prefix);print(sys.base_prefix);print(*sys.path,sep='\\n')";
    private static final String NODE_ASKS = "console.log(process.execPath)";

    ScriptRuntime {
        words = List.copyOf(words);
        readable = List.copyOf(readable);
    }

    /** The run time for a checkout; empty where this machine has none. */
    static Optional<ScriptRuntime> find(Language language, Path home, Path emptyFolder) {
        return language == Language.PYTHON ? python(home, emptyFolder) : node(home, emptyFolder);
    }

    private static Optional<ScriptRuntime> python(Path home, Path emptyFolder) {
        List<String> start = List.of("-B", "-c", program("runner.py"));
        for (String name : List.of(".venv", "venv")) {
            Path own = home.resolve(name).resolve("bin").resolve("python");
            if (Files.isExecutable(own)) {
                List<Path> readable = new ArrayList<>(List.of(home.resolve(name)));
                base(home.resolve(name)).ifPresent(readable::add);
                return Optional.of(new ScriptRuntime(joined(own.toString(), start), readable, Optional.empty()));
            }
        }
        List<String> said = ask(List.of("python3", "-c", PYTHON_ASKS), emptyFolder);
        if (said.size() < 3) {
            return Optional.empty();
        }
        List<Path> readable = said.stream()
                .filter(line -> !line.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .toList();
        return Optional.of(new ScriptRuntime(joined(said.get(0), start), readable, Optional.empty()));
    }

    private static Optional<ScriptRuntime> node(Path home, Path emptyFolder) {
        List<String> said = ask(List.of("node", "-e", NODE_ASKS), emptyFolder);
        if (said.isEmpty() || !Path.of(said.get(0)).isAbsolute()) {
            return Optional.empty();
        }
        Path place = Path.of(said.get(0));
        List<Path> readable = new ArrayList<>();
        Optional.ofNullable(place.getParent()).map(Path::getParent).ifPresent(readable::add);
        Optional<Path> installed = Optional.of(home.resolve("node_modules")).filter(Files::isDirectory);
        installed.ifPresent(readable::add);
        return Optional.of(
                new ScriptRuntime(joined(place.toString(), List.of("-e", program("runner.cjs"))), readable, installed));
    }

    private static List<String> joined(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** Where the Python lies that a virtual environment was made from. */
    private static Optional<Path> base(Path environment) {
        try {
            return Files.readAllLines(environment.resolve("pyvenv.cfg")).stream()
                    .filter(line -> line.startsWith("home"))
                    .map(line -> Path.of(line.substring(line.indexOf('=') + 1).strip()))
                    .flatMap(bin -> Optional.ofNullable(bin.getParent()).stream())
                    .findFirst();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> ask(List<String> words, Path folder) {
        try {
            Process asked = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            asked.getOutputStream().close();
            if (!asked.waitFor(20, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return List.of();
            }
            return new String(asked.getInputStream().readNBytes(1 << 16), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException absent) {
            log.debug("{} cannot be started: {}", words.get(0), absent.getMessage());
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static String program(String name) {
        try (InputStream source = ScriptRuntime.class.getResourceAsStream(name)) {
            if (source == null) {
                throw new IllegalStateException("the runner " + name + " is missing in this build");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
