package dev.tracemend.agent.tool.coding;

import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.tool.Observation;
import dev.tracemend.agent.tool.RecordTool;
import dev.tracemend.agent.tool.Risk;
import dev.tracemend.agent.tool.Tool;
import dev.tracemend.agent.tool.ToolException;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.GitView;
import dev.tracemend.agent.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Looking at the checkout: {@code git_status}, {@code git_diff}, {@code git_log}. None of them changes anything. */
public final class GitTools {
    private static final int MOST_COMMITS = 100;

    private GitTools() {}

    record Nothing() {}

    record Diff(
            @Desc("what is staged, rather than what is not") Optional<Boolean> staged,
            @Desc("one file or folder") Optional<String> path) {}

    record Log(
            @Desc("how many commits, 10 where not given") Optional<Integer> count,
            @Desc("one file or folder") Optional<String> path) {}

    /** What git says. */
    @FunctionalInterface
    private interface Question {
        String ask() throws CheckoutException;
    }

    /** The tools over the checkout that a workspace is, or lies in. */
    public static List<Tool> of(Workspace workspace) {
        GitView git = new GitView(workspace.root());
        return List.of(
                RecordTool.of(
                        "git_status",
                        "Shows the branch and the files that are changed or new.",
                        Risk.READ_ONLY,
                        Nothing.class,
                        call -> said(git::status, "nothing is changed")),
                RecordTool.of(
                        "git_diff",
                        "Shows changes that are not committed, as a diff.",
                        Risk.READ_ONLY,
                        Diff.class,
                        call -> said(
                                () -> git.diff(
                                        call.staged().orElse(false), call.path().orElse("")),
                                "nothing is changed")),
                RecordTool.of(
                        "git_log",
                        "Lists the latest commits, newest first.",
                        Risk.READ_ONLY,
                        Log.class,
                        call -> said(
                                () -> git.log(
                                        Math.min(
                                                MOST_COMMITS,
                                                Math.max(1, call.count().orElse(10))),
                                        call.path().orElse("")),
                                "there is no commit")));
    }

    private static Observation said(Question question, String nothing) throws ToolException {
        try {
            String text = question.ask();
            return Observation.done(text.isBlank() ? nothing : text);
        } catch (CheckoutException refused) {
            throw new ToolException(String.valueOf(refused.getMessage()));
        }
    }
}
