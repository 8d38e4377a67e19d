package dev.tracemend.cli.stack.lightweight;

import dev.tracemend.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The clone's {@code compose.yaml} and {@code deploy/Dockerfile}, turned into those of a user's service: the shop of the
 * demo goes, the paths become defaults. A clone whose files no longer have what is replaced here fails a test, not a user.
 */
public final class StackTemplate {
    private static final String DEMO = "shop";
    private static final Set<String> DEMO_VOLUMES = Set.of("  shop: {}", "  shop-logs: {}");
    private static final Pattern SERVICE = Pattern.compile("  [a-z][a-z-]*:");

    private final Path clone;

    /** {@code clone}: where the build's sources and both files are. */
    public StackTemplate(Path clone) {
        this.clone = ServicePlan.mountable(clone);
        if (!Files.isRegularFile(clone.resolve("compose.yaml"))) {
            throw CommandFailure.configuration("images are built from a clone of tracemend, and " + clone
                    + " is none (no compose.yaml); run ./tracemend of a clone");
        }
    }

    /** The Dockerfile, without a header. */
    public String dockerfile() {
        return read("deploy/Dockerfile");
    }

    /** The compose file, without a header. */
    public String compose(ServicePlan plan) {
        String[] owner = plan.owner().split(":", -1);
        String text = String.join("\n", withoutDemo(read("compose.yaml").lines().toList())) + "\n";
        Map<String, String> values = Map.of(
                "${TRACEMEND_WORKSPACE:-shop}", "${TRACEMEND_WORKSPACE:-" + plan.workspace() + "}",
                "${TRACEMEND_LOGS_DIR:-shop-logs}", "${TRACEMEND_LOGS_DIR:-" + plan.logs() + "}",
                "${TRACEMEND_UID:-1000}", "${TRACEMEND_UID:-" + owner[0] + "}",
                "${TRACEMEND_GID:-1000}", "${TRACEMEND_GID:-" + owner[1] + "}",
                "${DB_BACKEND:-auto}", "${DB_BACKEND:-" + plan.database() + "}",
                "context: .,", "context: \"" + clone + "\",",
                "./deploy/", clone + "/deploy/",
                "dockerfile: deploy/Dockerfile,",
                        "dockerfile: \"" + plan.folder().resolve("Dockerfile") + "\",");
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!text.contains(value.getKey())) {
                throw new IllegalStateException("compose.yaml no longer has " + value.getKey());
            }
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    /** Its comment at the top, its service, its volumes and who waits for it; the worker's build moves to the first worker. */
    private static List<String> withoutDemo(List<String> lines) {
        List<String> kept = new ArrayList<>();
        List<String> build = new ArrayList<>();
        boolean inDemo = false;
        boolean building = false;
        for (String line : lines.subList(lines.indexOf("") + 1, lines.size())) {
            if (SERVICE.matcher(line).matches()) {
                inDemo = line.equals("  " + DEMO + ":");
                building = line.equals("  worker-app:");
                if (inDemo) {
                    dropComment(kept);
                }
            }
            if (inDemo) {
                if (line.startsWith("    build:")) {
                    build.add(line);
                } else if (line.startsWith("  #")) {
                    // It speaks of the service that follows.
                    kept.add(line);
                }
                continue;
            }
            if (line.strip().startsWith(DEMO + ": { condition")) {
                dropComment(kept);
                continue;
            }
            if (!DEMO_VOLUMES.contains(line)) {
                kept.add(line);
            }
            if (building && line.strip().equals("<<: *worker")) {
                kept.addAll(build);
            }
        }
        return kept;
    }

    /** What was said of the line that goes. */
    private static void dropComment(List<String> kept) {
        while (!kept.isEmpty() && kept.get(kept.size() - 1).strip().startsWith("#")) {
            kept.remove(kept.size() - 1);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(clone.resolve(name));
        } catch (IOException e) {
            throw CommandFailure.configuration(clone.resolve(name) + " cannot be read (" + e + ")");
        }
    }
}
