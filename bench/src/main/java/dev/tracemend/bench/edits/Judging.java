package dev.tracemend.bench.edits;

import dev.tracemend.agent.edit.EditPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says whether a trial could be recovered and whether a plan is right. Knows nothing of how the engine decides. */
final class Judging {
    private Judging() {}

    static boolean isComment(String line) {
        String text = line.strip();
        return text.startsWith("//") || text.startsWith("*") || text.startsWith("/*") || text.startsWith("#");
    }

    /** Whether a reader of the block and the file could tell the one place. */
    static boolean recoverable(EditTrial trial) {
        TrueEdit edit = trial.edit();
        if (trial.perturbation() == Perturbation.DUPLICATED || occurrences(edit.file(), edit.search(), "") != 1) {
            return false;
        }
        if (!trial.name().isEmpty()) {
            return shapes(edit.file(), edit.search(), trial.name()) == 1;
        }
        if (trial.perturbation() == Perturbation.ELIDED) {
            return parts(trial.search()).stream().allMatch(part -> occurrences(edit.file(), part, "") == 1);
        }
        return true;
    }

    /** Whether the planned file is the true result up to the perturbation. */
    static boolean right(EditTrial trial, EditPlan plan) {
        if (plan.changes().size() != 1 || plan.changes().get(0).after().isEmpty()) {
            return false;
        }
        String text = new String(plan.changes().get(0).after().get(), StandardCharsets.UTF_8);
        return normal(trial, List.of(text.split("\n", -1)))
                .equals(normal(trial, trial.edit().result()));
    }

    private static List<String> normal(EditTrial trial, List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean comments = trial.perturbation() == Perturbation.COMMENTS_DROPPED;
        for (String line : lines) {
            String plain = tight(line);
            plain = trial.name().isEmpty() ? plain : plain.replaceAll("\\b" + trial.other() + "\\b", trial.name());
            if (!plain.isEmpty() && !(comments && isComment(line))) {
                kept.add(plain);
            }
        }
        return kept;
    }

    private static String tight(String line) {
        return line.replaceAll("\\s+", "")
                .replace('\u201c', '"')
                .replace('\u201d', '"')
                .replace('\u2019', '\'')
                .replace('\u2013', '-');
    }

    private static List<List<String>> parts(List<String> lines) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : lines) {
            if (line.equals("// ...") || line.equals("# ...")) {
                parts.add(new ArrayList<>());
            } else {
                parts.get(parts.size() - 1).add(line);
            }
        }
        return parts;
    }

    /** At how many places the block stands if one name of it may be any name. */
    private static int shapes(List<String> file, List<String> block, String name) {
        return occurrences(file, block, name);
    }

    private static int occurrences(List<String> file, List<String> block, String name) {
        List<String> wanted = block.stream().filter(line -> !line.isBlank()).toList();
        List<String> there = file.stream().filter(line -> !line.isBlank()).toList();
        List<Pattern> shapes = new ArrayList<>();
        for (String line : wanted) {
            String quoted = Pattern.quote(tight(line));
            // tight() glues words together, so the name is freed as a part of the text.
            shapes.add(Pattern.compile(name.isEmpty() ? quoted : quoted.replace(name, "\\E\\w+\\Q")));
        }
        List<String> plain = there.stream().map(Judging::tight).toList();
        int found = 0;
        for (int at = 0; at + wanted.size() <= plain.size() && !wanted.isEmpty(); at++) {
            int i = 0;
            while (i < wanted.size() && shapes.get(i).matcher(plain.get(at + i)).matches()) {
                i++;
            }
            found += i == wanted.size() ? 1 : 0;
        }
        return found;
    }
}
