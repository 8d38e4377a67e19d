package dev.tracemend.agent.tool.coding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.tool.Observation;
import dev.tracemend.agent.tool.RecordTool;
import dev.tracemend.agent.tool.Risk;
import dev.tracemend.agent.tool.Tool;
import dev.tracemend.agent.tool.ToolException;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looking for files and for lines in them; what the workspace ignores is not looked at. */
final class SearchTools {
    private static final int MOST_FILES = 100_000;
    private static final int MOST_HITS = 200;
    private static final int LONGEST_HIT = 300;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FileView view;

    SearchTools(FileView view) {
        this.view = view;
    }

    record Glob(
            @Desc("such as src/**/*.java") String pattern,

            @Desc("folder to look in; the root where none is given")
            Optional<String> path) {}

    record Grep(
            @Desc("a regular expression in RE2's syntax, without look-around and back-references")
            String pattern,

            @Desc("file or folder to look in; the root where none is given")
            Optional<String> path,

            @Desc("only files of this glob, such as *.java") Optional<String> glob,

            @Desc("take capital and small letters for the same")
            Optional<Boolean> ignoreCase) {}

    record ListFiles(
            @Desc("folder; the root where none is given") Optional<String> path,
            @Desc("also what lies deeper") Optional<Boolean> recursive,
            @Desc("how deep, 2 where not given") Optional<Integer> maxDepth) {}

    Tool glob() {
        return RecordTool.of(
                "glob", "Lists files whose paths match a glob, sorted.", Risk.READ_ONLY, Glob.class, this::glob);
    }

    Tool grep() {
        return RecordTool.of(
                "grep",
                "Finds lines that match a regular expression, as path:line: text.",
                Risk.READ_ONLY,
                Grep.class,
                this::grep);
    }

    Tool listFiles() {
        return RecordTool.of(
                "list_files", "Lists a folder as a JSON tree.", Risk.READ_ONLY, ListFiles.class, this::listFiles);
    }

    private Observation glob(Glob call) throws ToolException {
        PathMatcher matcher = matcher(call.pattern());
        String folder = folder(call.path());
        List<String> hits = files(folder).stream()
                .filter(path -> matcher.matches(Path.of(folder.isEmpty() ? path : path.substring(folder.length() + 1))))
                .toList();
        return Observation.done(hits.isEmpty() ? "no file matches" : told(hits));
    }

    private Observation grep(Grep call) throws ToolException {
        Pattern pattern;
        try {
            pattern = Pattern.compile(call.pattern(), call.ignoreCase().orElse(false) ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException wrong) {
            throw new ToolException(
                    "the pattern is not one of RE2's: " + wrong.getDescription()
                            + "; look-around and back-references are not known, plain text needs its special characters escaped");
        }
        Optional<PathMatcher> glob = call.glob().isEmpty()
                ? Optional.empty()
                : Optional.of(matcher(call.glob().get()));
        long end = System.nanoTime() + LIMIT.toNanos();
        List<String> hits = new ArrayList<>();
        for (String path : files(folder(call.path()))) {
            Path name = Path.of(path);
            if (glob.isPresent() && !glob.get().matches(name) && !glob.get().matches(name.getFileName())) {
                continue;
            }
            if (System.nanoTime() > end || hits.size() > MOST_HITS) {
                hits.add("(stopped here: narrow the pattern, the path or the glob)");
                break;
            }
            view.glance(path).ifPresent(text -> search(path, text, pattern, hits));
        }
        return Observation.done(hits.isEmpty() ? "no line matches" : told(hits));
    }

    private static void search(String path, String text, Pattern pattern, List<String> hits) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (pattern.matcher(line).find()) {
                String shown = line.length() <= LONGEST_HIT ? line : line.substring(0, LONGEST_HIT) + "…";
                hits.add(path + ":" + number + ": " + shown);
            }
            if (hits.size() > MOST_HITS) {
                return;
            }
        }
    }

    private Observation listFiles(ListFiles call) throws ToolException {
        String folder = folder(call.path());
        int depth = call.recursive().orElse(false) ? Math.max(1, call.maxDepth().orElse(2)) : 1;
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (String path : files(folder)) {
            String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
            put(tree, below.split("/"), depth);
        }
        return Observation.done(tree.toPrettyString());
    }

    private static void put(ObjectNode tree, String[] names, int depth) {
        ObjectNode folder = tree;
        for (int i = 0; i < names.length - 1; i++) {
            if (i == depth) {
                return;
            }
            folder = folder.withObjectProperty(names[i] + "/");
        }
        if (names.length <= depth) {
            folder.put(names[names.length - 1], "file");
        }
    }

    private List<String> files(String folder) throws ToolException {
        try {
            return view.workspace().list(folder, MOST_FILES);
        } catch (WorkspaceException refused) {
            throw FileView.told(refused);
        }
    }

    private static String folder(Optional<String> path) {
        String folder = path.orElse("").strip();
        while (folder.startsWith("./")) {
            folder = folder.substring(2);
        }
        while (folder.endsWith("/")) {
            folder = folder.substring(0, folder.length() - 1);
        }
        return folder.equals(".") ? "" : folder;
    }

    private static PathMatcher matcher(String glob) throws ToolException {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (RuntimeException wrong) {
            throw new ToolException("'" + glob + "' is no glob: " + wrong.getMessage());
        }
    }

    private static String told(List<String> hits) {
        List<String> shown = hits.size() <= MOST_HITS ? hits : hits.subList(0, MOST_HITS);
        String rest = hits.size() <= MOST_HITS ? "" : "\n(" + (hits.size() - MOST_HITS) + " more)";
        return String.join("\n", shown) + rest;
    }
}
