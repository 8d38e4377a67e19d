package dev.tracemend.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Who is asked before a tool that needs approval runs. */
@FunctionalInterface
public interface Approval {
    /** Why the call may not run; empty where it may. */
    Optional<String> objection(ToolSpec tool, ObjectNode arguments);

    /** Nobody can be asked, so nothing that needs approval runs. */
    static Approval nobody() {
        return (tool, arguments) -> Optional.of("nobody can approve it here; go on without it");
    }
}
