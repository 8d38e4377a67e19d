package dev.tracemend.cli;

import dev.tracemend.agent.judge.CommandSandbox;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.ModelProbe;
import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at what the pipeline needs and says how to get what is missing. */
@Command(
        name = "doctor",
        description =
                "Checks Java, git, Maven, the broker, the workspace, the models of each role, the sandbox and the disk, each with its remedy.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long ENOUGH_DISK = 1L << 30;

    private final SettingsConfig settings;

    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--workspace", description = "checkout to look at")
    private String workspace = "";

    @Option(names = "--data", description = "folder for state to look at; default: below the user's data folder")
    private String data = "";

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private boolean unreachable;

    DoctorCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    /** One finding; {@code remedy} is empty where nothing can be bettered. */
    record Finding(String what, boolean ok, String seen, String remedy) {}

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(onPath("git", "install git: worktrees and diffs need it"));
        findings.add(onPath("mvn", "install Maven 3.8.7 or newer: the class path of Maven projects is asked from it"));
        findings.add(broker());
        findings.add(checkout());
        findings.addAll(models());
        findings.add(sandbox());
        findings.add(disk());
        findings.forEach(finding -> spec.commandLine().getOut().println(json ? JsonLines.one(finding) : text(finding)));
        if (unreachable) {
            return ExitCode.UNREACHABLE.code();
        }
        return findings.stream().allMatch(Finding::ok) ? ExitCode.DONE.code() : ExitCode.CONFIGURATION.code();
    }

    private static Finding java() {
        boolean compiler = ToolProvider.getSystemJavaCompiler() != null;
        return new Finding(
                "java",
                compiler,
                System.getProperty("java.version") + (compiler ? " with compiler" : " without compiler"),
                compiler ? "" : "run on a JDK (17 or newer), not a JRE: fixes are compiled before they are believed");
    }

    private Finding onPath(String program, String remedy) {
        String path = settings.environment().getOrDefault("PATH", "");
        for (String folder : path.split(java.io.File.pathSeparator, -1)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isExecutable(file)) {
                return new Finding(program, true, file.toString(), "");
            }
        }
        return new Finding(program, false, "not on the PATH", remedy);
    }

    private Finding broker() {
        return tried("broker", () -> {
            try (Kafka kafka = Kafka.connect(bootstrap)) {
                return bootstrap + ", " + kafka.names().size() + " topics";
            }
        });
    }

    private Finding checkout() {
        if (workspace.isEmpty()) {
            return new Finding("workspace", true, "none named (--workspace)", "");
        }
        try {
            Checkout checkout = Checkout.open(Path.of(workspace));
            return new Finding("workspace", true, checkout.root() + " at " + checkout.head(), "");
        } catch (CheckoutException e) {
            return new Finding("workspace", false, workspace, String.valueOf(e.getMessage()));
        }
    }

    private List<Finding> models() {
        Map<Role, ModelConfig> models;
        try {
            models = ModelChoice.roles(settings, "");
        } catch (CommandFailure e) {
            return List.of(new Finding("model", false, "not to be used", String.valueOf(e.getMessage())));
        }
        if (models.isEmpty()) {
            return List.of(new Finding("model", true, ModelChoice.describe(models), ""));
        }
        List<Finding> findings = new ArrayList<>();
        new ModelProbe().look(models).forEach((roles, found) -> {
            for (String role : roles.split(", ")) {
                Role asked = Role.valueOf(role.toUpperCase(Locale.ROOT));
                String place = Objects.requireNonNull(models.get(asked)).place();
                findings.add(new Finding(
                        role,
                        found.usable(),
                        found.usable() ? found.message() : place,
                        found.usable() ? "" : found.message()));
            }
        });
        return findings;
    }

    /** One that is missing keeps nothing from working, so it is told and not a failure. */
    private static Finding sandbox() {
        CommandSandbox found = CommandSandbox.of(Path.of("").toAbsolutePath());
        String remedy = found.equals(CommandSandbox.NONE)
                ? "install bubblewrap: until then code of a checkout runs with your rights, and a model's edits only"
                        + " with --unconfined"
                : "";
        return new Finding("sandbox", true, found.label(), remedy);
    }

    private Finding disk() {
        Path root = data.isEmpty()
                ? DataFolder.root(settings.environment())
                : Path.of(data).toAbsolutePath();
        try {
            Path there = nearest(root);
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                return new Finding(
                        "disk", false, there + " cannot be written to", "name another folder for state with --data");
            }
            long free = Files.getFileStore(there).getUsableSpace();
            return new Finding(
                    "disk",
                    free > ENOUGH_DISK,
                    (free >> 20) + " MB free at " + there,
                    free > ENOUGH_DISK ? "" : "free some space, or name another folder with --data");
        } catch (IOException e) {
            return new Finding("disk", false, e.toString(), "name another folder with --data");
        }
    }

    /** The folder itself, or the nearest one above it that is there. */
    private static Path nearest(Path folder) {
        Path above = folder.getParent();
        return Files.exists(folder) || above == null ? folder : nearest(above);
    }

    private Finding tried(String what, Supplier<String> look) {
        try {
            return new Finding(what, true, look.get(), "");
        } catch (CommandFailure e) {
            unreachable |= e.exitCode() == ExitCode.UNREACHABLE.code();
            return new Finding(what, false, "not reached", String.valueOf(e.getMessage()));
        }
    }

    private static String text(Finding finding) {
        String line = String.format(
                Locale.ROOT, "%s %-10s %s", finding.ok() ? "ok  " : "FAIL", finding.what(), finding.seen());
        return finding.remedy().isEmpty() ? line : line + "\n                → " + finding.remedy();
    }
}
