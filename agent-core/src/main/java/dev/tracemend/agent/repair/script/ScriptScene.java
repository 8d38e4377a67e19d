package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import dev.tracemend.agent.repair.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One fault, the checkout's files around it, and the proposals made so far. For one thread. */
final class ScriptScene {
    private static final int MOST = 4_000;

    private final ScriptFault fault;
    private final Map<String, ScriptFile> files;
    private final Set<String> tests;
    private final Map<String, Candidate> proposals = new LinkedHashMap<>();

    /**
     * @param files by path, those of tests too
     * @param tests the paths that are never edited
     */
    ScriptScene(ScriptFault fault, Map<String, ScriptFile> files, Set<String> tests) {
        this.fault = fault;
        this.files = files;
        this.tests = tests;
    }

    ScriptFault fault() {
        return fault;
    }

    Map<String, ScriptFile> files() {
        return files;
    }

    /** The file of that path where it may be edited. */
    Optional<ScriptFile> editable(String path) {
        return tests.contains(path) ? Optional.empty() : Optional.ofNullable(files.get(path));
    }

    /** All files that may be edited. */
    List<ScriptFile> sources() {
        return files.values().stream()
                .filter(file -> !tests.contains(file.path()))
                .toList();
    }

    /** Proposes to replace one node. */
    void replace(ScriptFile file, SyntaxNode node, String text, String operator, double prior, String why) {
        if (!node.text().equals(text)) {
            add(List.of(new TextEdit(file.path(), node.start(), node.end(), text)), operator, prior, false, why);
        }
    }

    /** Proposes lines of text before a statement, at its indentation; what begins with a guard is a symptom. */
    void before(
            ScriptFile file,
            SyntaxNode statement,
            String lines,
            String operator,
            double prior,
            boolean symptom,
            String why) {
        add(List.of(insertion(file, statement, lines)), operator, prior, symptom, why);
    }

    /** The edit that puts lines before a statement, at its indentation. */
    static TextEdit insertion(ScriptFile file, SyntaxNode statement, String lines) {
        String indent = file.indent(statement);
        String text = indent + lines.replace("\n", "\n" + indent) + "\n";
        boolean alone = file.text()
                .substring(file.lineStart(statement), statement.start())
                .isBlank();
        return alone
                ? new TextEdit(file.path(), file.lineStart(statement), file.lineStart(statement), text)
                : new TextEdit(
                        file.path(),
                        statement.start(),
                        statement.start(),
                        lines.replace("\n", "\n" + indent) + "\n" + indent);
    }

    /** The edit that puts lines behind a statement, at its indentation. */
    static TextEdit following(ScriptFile file, SyntaxNode statement, String lines) {
        String indent = file.indent(statement);
        return new TextEdit(
                file.path(), statement.end(), statement.end(), "\n" + indent + lines.replace("\n", "\n" + indent));
    }

    void add(List<TextEdit> edits, String operator, double prior, boolean symptom, String why) {
        if (edits.isEmpty()
                || edits.stream().anyMatch(edit -> editable(edit.path()).isEmpty())) {
            return;
        }
        Candidate made = new Candidate(edits, operator, Math.min(0.99, prior), symptom, why);
        String key = edits.toString();
        Candidate known = proposals.get(key);
        if (known == null ? proposals.size() < MOST : known.prior() < made.prior()) {
            proposals.put(key, made);
        }
    }

    List<Candidate> proposals() {
        return new ArrayList<>(proposals.values());
    }
}
