package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;

/** Why one file of a change may not be written; {@code path} is as the change names it. */
public record ChangeRefusal(String path, Reason reason, String message) {}
