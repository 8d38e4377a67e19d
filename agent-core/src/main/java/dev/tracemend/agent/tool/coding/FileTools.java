package dev.tracemend.agent.tool.coding;

import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.tool.Observation;
import dev.tracemend.agent.tool.RecordTool;
import dev.tracemend.agent.tool.Risk;
import dev.tracemend.agent.tool.Tool;
import dev.tracemend.agent.tool.ToolException;
import dev.tracemend.agent.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Reading and changing files: {@code read, write, edit}, and {@code read_file, write_file, edit_file} beside them. */
public final class FileTools {
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 2_000;

    private final FileView view;

    private FileTools(FileView view) {
        this.view = view;
    }

    /** The file tools of one agent over one workspace, searching included; the agent must read what it changes. */
    public static List<Tool> of(Workspace workspace) {
        FileView view = new FileView(workspace);
        FileTools files = new FileTools(view);
        SearchTools search = new SearchTools(view);
        return List.of(
                RecordTool.of(
                        "read",
                        "Reads a text file of the workspace, each line with its number.",
                        Risk.READ_ONLY,
                        Read.class,
                        files::read),
                RecordTool.of("read_file", "Reads a whole text file.", Risk.READ_ONLY, ReadFile.class, files::readFile),
                RecordTool.of(
                        "write",
                        "Creates a file, or replaces one that was read before. Makes the folders above it.",
                        Risk.MUTATING,
                        Write.class,
                        files::write),
                RecordTool.of("write_file", "The same as write.", Risk.MUTATING, Write.class, files::write),
                RecordTool.of(
                        "edit",
                        "Replaces a text that occurs exactly once in a file that was read before; where it occurs"
                                + " several times, say which occurrence, or lengthen it.",
                        Risk.MUTATING,
                        Edit.class,
                        files::edit),
                RecordTool.of(
                        "edit_file",
                        "Replaces a text that occurs exactly once in a file that was read before.",
                        Risk.MUTATING,
                        EditFile.class,
                        call -> files.edit(new Edit(
                                call.path(),
                                call.oldContent(),
                                call.newContent(),
                                Optional.empty(),
                                Optional.empty()))),
                search.glob(),
                search.grep(),
                search.listFiles());
    }

    record Read(
            @Desc("path from the root of the workspace") String path,
            @Desc("first line to show, from 1") Optional<Integer> offset,
            @Desc("how many lines to show, at most 2000") Optional<Integer> limit) {}

    record ReadFile(
            @Desc("path from the root of the workspace") String path) {}

    record Write(
            @Desc("path from the root of the workspace") String path, String content) {}

    record Edit(
            @Desc("path from the root of the workspace") String path,

            @Desc("the text to replace, exactly as it stands in the file")
            String oldString,

            @Desc("the text to put in its place") String newString,
            @Desc("which occurrence to replace, from 1") Optional<Integer> occurrence,
            @Desc("replace every occurrence") Optional<Boolean> replaceAll) {}

    record EditFile(
            @Desc("path from the root of the workspace") String path,

            @Desc("the text to replace, exactly as it stands in the file")
            String oldContent,

            @Desc("the text to put in its place") String newContent) {}

    private Observation read(Read call) throws ToolException {
        List<String> lines = view.read(call.path()).lines().toList();
        int from = Math.max(1, call.offset().orElse(1));
        int count = Math.min(MOST_LINES, Math.max(1, call.limit().orElse(MOST_LINES)));
        if (from > Math.max(1, lines.size())) {
            throw new ToolException(call.path() + " has " + lines.size() + " lines; there is none at " + from);
        }
        int to = (int) Math.min(lines.size(), (long) from - 1 + count);
        StringBuilder text = new StringBuilder();
        for (int i = from - 1; i < to; i++) {
            text.append(String.format("%6d\t%s%n", i + 1, cut(lines.get(i))));
        }
        if (from > 1 || to < lines.size()) {
            text.append("(lines ")
                    .append(from)
                    .append(" to ")
                    .append(to)
                    .append(" of ")
                    .append(lines.size())
                    .append(")");
        }
        return Observation.done(lines.isEmpty() ? "(the file is empty)" : text.toString());
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, LONGEST_LINE) + "… (" + line.length() + " characters)";
    }

    private Observation readFile(ReadFile call) throws ToolException {
        return Observation.done(view.read(call.path()));
    }

    private Observation write(Write call) throws ToolException {
        view.write(call.path(), call.content());
        return Observation.done(
                "wrote " + call.path() + ", " + call.content().lines().count() + " lines");
    }

    private Observation edit(Edit call) throws ToolException {
        if (call.oldString().isEmpty()) {
            throw new ToolException("old text is empty; to create a file or replace all of it, use write");
        }
        if (call.oldString().equals(call.newString())) {
            throw new ToolException("old and new text are the same; nothing would change");
        }
        String text = view.known(call.path());
        ExactMatches found = ExactMatches.of(text, call.oldString());
        String changed = call.replaceAll().orElse(false)
                ? found.replaceAll(call.path(), call.newString())
                : found.replace(call.path(), call.newString(), call.occurrence());
        view.write(call.path(), changed);
        return Observation.done("edited " + call.path());
    }
}
