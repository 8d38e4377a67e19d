package dev.tracemend.agent.repair;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import dev.tracemend.agent.edit.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change of one file in the making: replacements and insertions, and the imports they need. */
final class Rewrite {
    private static final Pattern FULL_NAME = Pattern.compile("(?<![\\w.\"])((?:[a-z]\\w*\\.)+[A-Z]\\w*)(?=[.<(])");

    private final SourceFile file;
    private final List<TextEdit> edits = new ArrayList<>();
    private final TreeSet<String> imports = new TreeSet<>();

    Rewrite(SourceFile file) {
        this.file = file;
    }

    SourceFile file() {
        return file;
    }

    Rewrite replace(Tree tree, String code) {
        return replace(file.start(tree), file.end(tree), code);
    }

    Rewrite replace(int start, int end, String code) {
        edits.add(new TextEdit(file.path(), start, end, code));
        return this;
    }

    Rewrite insert(int at, String code) {
        return replace(at, at, code);
    }

    /** The name to write for a class: short, with an import where needed; full where the short one means another class. */
    String type(String fullName) {
        String simple = fullName.substring(fullName.lastIndexOf('.') + 1);
        String folder = fullName.substring(0, Math.max(0, fullName.lastIndexOf('.')));
        if (folder.equals("java.lang") || folder.equals(packageName())) {
            return simple;
        }
        boolean needed = true;
        for (ImportTree each : file.unit().getImports()) {
            String name = each.getQualifiedIdentifier().toString();
            if (!each.isStatic() && (name.equals(fullName) || name.equals(folder + ".*"))) {
                needed = false;
            } else if (name.endsWith("." + simple)) {
                return fullName;
            }
        }
        if (declaredHere(simple)) {
            return fullName;
        }
        if (needed) {
            imports.add(fullName);
        }
        return simple;
    }

    /** Code in which the full names of classes are shortened and imported. */
    String code(String withFullNames) {
        Matcher matcher = FULL_NAME.matcher(withFullNames);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(
                file.facts().elements().getTypeElement(match.group(1)) == null
                        ? match.group(1)
                        : type(match.group(1))));
    }

    /** The edits in the order of the text; empty where two of them overlap or nothing changes. */
    Optional<List<TextEdit>> build() {
        List<TextEdit> all = new ArrayList<>(edits);
        importEdits(all);
        all.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
        List<TextEdit> merged = new ArrayList<>();
        for (TextEdit edit : all) {
            TextEdit last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null
                    && edit.start() == edit.end()
                    && last.start() == last.end()
                    && last.start() == edit.start()) {
                merged.set(
                        merged.size() - 1,
                        new TextEdit(edit.path(), edit.start(), edit.end(), last.replacement() + edit.replacement()));
            } else if (last != null && edit.start() < last.end()) {
                return Optional.empty();
            } else {
                merged.add(edit);
            }
        }
        boolean changes = merged.stream().anyMatch(this::changes);
        return changes ? Optional.of(merged) : Optional.empty();
    }

    private boolean changes(TextEdit edit) {
        return !file.text().substring(edit.start(), edit.end()).equals(edit.replacement());
    }

    private void importEdits(List<TextEdit> into) {
        for (String name : imports) {
            String line = "import " + name + ";" + file.newLine();
            int at = importPosition(name);
            boolean first = file.unit().getImports().isEmpty();
            into.add(new TextEdit(file.path(), at, at, first ? block(line, at) : line));
        }
    }

    private String block(String line, int at) {
        return imports.first().equals(line.substring(7, line.indexOf(';')))
                ? (at == 0 ? "" : file.newLine()) + line + (at == 0 && imports.size() == 1 ? file.newLine() : "")
                : line;
    }

    /** Keeps the imports sorted where they are; after the package's line where there are none. */
    private int importPosition(String name) {
        int after = -1;
        for (ImportTree each : file.unit().getImports()) {
            if (each.isStatic()) {
                continue;
            }
            if (each.getQualifiedIdentifier().toString().compareTo(name) > 0) {
                return after >= 0 ? after : file.start(each);
            }
            after = lineAfter(file.end(each));
        }
        if (after >= 0) {
            return after;
        }
        if (!file.unit().getImports().isEmpty()) {
            return file.start(file.unit().getImports().get(0));
        }
        PackageTree declared = file.unit().getPackage();
        return declared == null ? 0 : lineAfter(file.end(declared));
    }

    private int lineAfter(int offset) {
        int end = file.text().indexOf('\n', offset);
        return end < 0 ? offset : end + 1;
    }

    private String packageName() {
        return file.unit().getPackageName() == null
                ? ""
                : file.unit().getPackageName().toString();
    }

    private boolean declaredHere(String simple) {
        boolean nested = file.nodes().stream()
                .anyMatch(node ->
                        node instanceof ClassTree type && type.getSimpleName().contentEquals(simple));
        String inPackage = packageName().isEmpty() ? simple : packageName() + "." + simple;
        return nested || file.facts().elements().getTypeElement(inPackage) != null;
    }
}
