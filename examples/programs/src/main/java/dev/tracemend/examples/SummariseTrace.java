package dev.tracemend.examples;

import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Models;
import dev.tracemend.agent.predict.Episode;
import dev.tracemend.agent.predict.ReAct;
import dev.tracemend.agent.predict.Run;
import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.signature.Instructions;
import dev.tracemend.agent.signature.Signature;
import dev.tracemend.agent.tool.Approval;
import dev.tracemend.agent.tool.ToolBox;
import dev.tracemend.agent.tool.coding.FileTools;
import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.agent.workspace.WorkspaceConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Explains a stack trace: an agent reads the source files that the trace names before it answers. */
public final class SummariseTrace {
    private SummariseTrace() {}

    /** What goes in. */
    public record Trace(
            @Desc("a stack trace as it was logged") String trace) {}

    /** What comes out. */
    @Instructions("Explain what failed and why. Read the source of the topmost frame of the service's own code first.")
    public record Summary(
            @Desc("one sentence") String whatFailed,
            @Desc("one sentence") String why,
            @Desc("file:line of the cause") String where) {}

    /** The summary, and why the agent stopped. */
    public static Episode<Summary> summarise(String trace, Path checkout, LanguageModel model) throws Exception {
        ToolBox tools =
                ToolBox.of(FileTools.of(Workspace.open(checkout, WorkspaceConfig.ofThisUser())), Approval.nobody());
        return ReAct.of(Signature.of(Trace.class, Summary.class), tools)
                .maxIterations(8)
                .episode(new Trace(trace), Run.on(model));
    }

    /** Explains the trace on standard input; the argument is the folder of its sources. */
    public static void main(String[] args) throws Exception {
        String trace = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(summarise(trace, Path.of(args.length == 0 ? "." : args[0]), Models.of(System.getenv())));
    }
}
