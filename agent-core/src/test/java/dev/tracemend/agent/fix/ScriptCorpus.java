package dev.tracemend.agent.fix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tracemend.agent.fix.FixOutcome.Proposed;
import dev.tracemend.agent.fix.FixOutcome.Verified;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.TraceParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the cases of {@code bench/cases} for Python and Node, and asks each one's checker, which the repair never sees. */
final class ScriptCorpus {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScriptCorpus() {}

    /** How one case ended. */
    record Ended(String name, String verdict, boolean right, int tries, long millis, String operator, String why, String diff) {
        boolean solved() {
            return verdict.equals("verified") && right;
        }

        boolean wrong() {
            return verdict.equals("verified") && !right;
        }
    }

    /** The cases of a language. */
    static List<Path> cases(String language) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("bench/cases"))) {
            root = root.getParent();
        }
        if (root == null) {
            throw new IllegalStateException("bench/cases is not above this folder");
        }
        try (Stream<Path> folders = Files.list(root.resolve("bench/cases").resolve(language))) {
            return folders.filter(folder -> Files.exists(folder.resolve("case.json"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mends a copy of one case in a folder and has its checker judge the result. */
    static Ended run(Path folder, Path scratch) {
        try {
            JsonNode about = JSON.readTree(folder.resolve("case.json").toFile());
            Path workspace = scratch.resolve("workspace");
            copy(folder.resolve(about.path("workspace").asText()), workspace);
            ShopCheckout.git(workspace, "init", "-q", "-b", "main");
            ShopCheckout.git(workspace, "add", "-A");
            ShopCheckout.git(workspace, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "first");
            String log = about.has("log") ? Files.readString(folder.resolve(about.path("log").asText())) : "";
            StackTrace trace = log.isEmpty() ? StackTrace.NONE : TraceParser.parse(log);
            FixTask task = new FixTask("00112233aabbccdd", folder.getFileName().toString(), trace, log.lines().toList());
            long start = System.nanoTime();
            List<String> progress = new ArrayList<>();
            FixOutcome outcome = new FixProgram(FixConfig.in(workspace, scratch.resolve("data")), List.of()).fix(task, progress::add);
            long took = (System.nanoTime() - start) / 1_000_000;
            Optional<Change> change = outcome instanceof Verified verified
                    ? Optional.of(verified.change())
                    : outcome instanceof Proposed proposed ? Optional.of(proposed.change()) : Optional.empty();
            boolean right = change.isPresent() && checked(folder, about, workspace, change.get());
            return new Ended(
                    folder.getFileName().toString(),
                    outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                    right,
                    outcome.report().tries(),
                    took,
                    change.map(Change::operator).orElse("-"),
                    outcome.report().why() + (change.isPresent() ? "" : " " + progress),
                    change.map(Change::diff).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean checked(Path folder, JsonNode about, Path workspace, Change change) throws IOException {
        Path patch = workspace.resolveSibling("change.diff");
        Files.writeString(patch, change.diff());
        ShopCheckout.git(workspace, "apply", "--whitespace=nowarn", patch.toString());
        List<String> command = new ArrayList<>();
        about.path("checker").forEach(word -> command.add(word.asText()));
        int last = command.size() - 1;
        command.set(last, folder.resolve(command.get(last)).toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONPATH", workspace.toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process checker = builder.start();
        try {
            if (checker.waitFor(20, TimeUnit.SECONDS)) {
                return checker.exitValue() == 0;
            }
            checker.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(each, target);
                }
            }
        }
    }

    /** One line a case, for a person. */
    static String table(List<Ended> all) {
        StringBuilder text = new StringBuilder();
        all.forEach(one -> text.append(String.format(
                "%-22s %-11s %-5s %5d tries %6d ms  %s%n", one.name(), one.verdict(), one.right() ? "right" : "", one.tries(), one.millis(), one.operator())));
        long solved = all.stream().filter(Ended::solved).count();
        long wrong = all.stream().filter(Ended::wrong).count();
        return text.append(String.format("%d of %d verified and right, %d verified and wrong%n", solved, all.size(), wrong)).toString();
    }

    /** Runs the cases named, or all: {@code language [name …]}. */
    public static void main(String[] args) throws IOException {
        List<Ended> all = new ArrayList<>();
        for (Path each : cases(args[0])) {
            if (args.length == 1 || List.of(args).contains(each.getFileName().toString())) {
                Ended ended = run(each, Files.createTempDirectory("corpus"));
                all.add(ended);
                System.out.println(table(List.of(ended)).lines().findFirst().orElse("") + (ended.solved() && args.length == 1 ? "" : "\n    " + ended.why() + "\n" + ended.diff()));
            }
        }
        System.out.println(table(all));
    }
}
