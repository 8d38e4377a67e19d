package dev.tracemend.agent.workspace;

import dev.tracemend.agent.repair.Project;
import java.util.List;

/** A project as it was found, and in plain sentences what could not be found out or is not supported. */
public record Detection(Project project, List<String> notes) {

    /** Copies the notes. */
    public Detection {
        notes = List.copyOf(notes);
    }
}
