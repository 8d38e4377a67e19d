package dev.tracemend.cli;

import dev.tracemend.streams.window.WindowRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of the file of {@code --grouping}; none where no file is named. */
record GroupingFile(String name, List<String> lines) {

    /** Reads it; one that cannot be read is a {@link CommandFailure}. */
    static GroupingFile of(String name) {
        if (name.isEmpty()) {
            return new GroupingFile("", List.of());
        }
        try {
            return new GroupingFile(name, Files.readAllLines(Path.of(name)));
        } catch (IOException e) {
            throw CommandFailure.configuration("--grouping " + name + " cannot be read; name a file of rules");
        }
    }

    /** The windows' rules with these; a line that cannot be understood is a {@link CommandFailure}. */
    WindowRules appliedTo(WindowRules rules) {
        try {
            return rules.grouped(lines);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.configuration(name + ": " + e.getMessage());
        }
    }
}
