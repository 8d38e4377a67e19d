package dev.tracemend.bench.edits;

import dev.tracemend.agent.edit.FileLookup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A true edit as a perturbed block.
 *
 * @param name the variable that was renamed, empty for none
 * @param other what it is called in the block
 */
record EditTrial(
        Perturbation perturbation, TrueEdit edit, List<String> search, List<String> replace, String name, String other)
        implements FileLookup {

    static EditTrial of(Perturbation perturbation, TrueEdit edit, List<String> search, List<String> replace) {
        return new EditTrial(perturbation, edit, search, replace, "", "");
    }

    EditTrial renamed(String from, String to) {
        return new EditTrial(perturbation, edit, search, replace, from, to);
    }

    String reply() {
        return edit.path() + "\n```\n<<<<<<< SEARCH\n" + joined(search) + "=======\n" + joined(replace)
                + ">>>>>>> REPLACE\n```\n";
    }

    private static String joined(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    @Override
    public Optional<byte[]> read(String path) {
        return path.equals(edit.path())
                ? Optional.of(String.join("\n", edit.file()).getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public List<String> named() {
        return List.of(edit.path());
    }
}
