package dev.tracemend.bench.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One case as its {@code case.json} tells it.
 *
 * @param folder the case's own folder
 * @param workspace the project's folder
 * @param sources folders (or files' folders) of production sources; empty to find them
 * @param tests folders of test sources; empty to find them
 * @param classPath jars, folders of jars or classes
 * @param log a file with the failure's log; empty for none
 * @param checker a folder of tests the fix must pass that the search never sees; empty for none
 * @param checkerCommand a command that is run in a copy with the fix and must end with 0; empty for none
 * @param negative whether the right result is no edit at all
 * @param mode {@code search}: the search for a fix; {@code fix}: a checkout through the whole program
 * @param noise so many other lines stand around the log
 * @param language {@code java}, or another that this command passes over
 */
record RepairCase(
        Path folder,
        Path workspace,
        List<String> sources,
        List<String> tests,
        List<String> testClasses,
        List<String> classPath,
        String log,
        String testCommand,
        String classUnderRepair,
        String checker,
        String checkerCommand,
        boolean negative,
        String language,
        String kind,
        String mode,
        int noise,
        int seconds,
        int candidates) {

    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** Reads the case of a folder; every field but the file itself may be absent. */
    static RepairCase read(Path folder) throws IOException {
        JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve("case.json")));
        if (json == null || !json.isObject()) {
            throw new IOException("case.json holds no object");
        }
        JsonNode limits = json.path("limits");
        return new RepairCase(
                folder,
                folder.resolve(text(json, ".", "workspace")).normalize(),
                texts(json, "src", "source", "sources"),
                texts(json, "test_src", "test", "tests"),
                texts(json, "test_class", "test_classes"),
                texts(json, "class_path", "classpath"),
                text(json, "", "log"),
                text(json, "", "test_cmd"),
                text(json, "", "class_under_repair"),
                text(json, "", "checker"),
                text(json, "", "checker_cmd"),
                json.path("negative").asBoolean(false),
                text(json, "java", "language"),
                text(json, "", "kind", "class"),
                text(json, "search", "mode"),
                json.path("noise").asInt(0),
                limits.path("seconds").asInt(json.path("seconds").asInt(300)),
                limits.path("candidates").asInt(json.path("candidates").asInt(2500)));
    }

    private static String text(JsonNode json, String otherwise, String... names) {
        for (String name : names) {
            if (json.path(name).isTextual()) {
                return json.path(name).asText();
            }
        }
        return otherwise;
    }

    /** A text, a list of texts, or texts with colons between. */
    private static List<String> texts(JsonNode json, String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            JsonNode node = json.path(name);
            if (node.isTextual()) {
                found.addAll(List.of(node.asText().split(java.io.File.pathSeparator)));
            }
            node.forEach(each -> found.add(each.asText()));
        }
        found.removeIf(String::isBlank);
        return found;
    }
}
