package dev.tracemend.bench.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * @param language {@code java}, {@code python} or {@code node}; the last two always go through the whole program
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

    /** The log, which lies in the case's folder or in the workspace. */
    Path logFile() throws IOException {
        for (Path place : List.of(folder, workspace)) {
            if (Files.isRegularFile(place.resolve(log))) {
                return place.resolve(log);
            }
        }
        throw new IOException(
                "case.json: \"log\" names " + log + ", which is neither in " + folder + " nor in " + workspace);
    }

    /**
     * Reads the case of a folder; every field but the file itself may be absent.
     *
     * @throws IOException when it cannot be read, with the place and what to do
     */
    static RepairCase read(Path folder) throws IOException {
        CaseFields json = CaseFields.read(folder.resolve("case.json"));
        CaseFields limits = json.inside("limits");
        Path workspace = folder.resolve(json.text(".", "workspace")).normalize();
        if (!Files.isDirectory(workspace)) {
            throw new IOException("case.json: the workspace " + workspace
                    + " is no folder: name it with \"workspace\", from the case's folder");
        }
        return new RepairCase(
                folder,
                workspace,
                json.texts("src", "source", "sources"),
                json.texts("test_src", "test", "tests"),
                json.texts("test_class", "test_classes"),
                json.texts("class_path", "classpath"),
                json.text("", "log"),
                json.text("", "test_cmd"),
                json.text("", "class_under_repair"),
                json.text("", "checker"),
                json.text("", "checker_cmd"),
                json.yes("negative"),
                json.oneOf("language", "java", "python", "node"),
                json.text("", "kind", "class"),
                json.oneOf("mode", "search", "fix"),
                json.number("noise", 0),
                limits.number("seconds", json.number("seconds", 300)),
                limits.number("candidates", json.number("candidates", 2500)));
    }
}
