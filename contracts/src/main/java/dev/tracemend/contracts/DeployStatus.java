package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Set;

/** Where a deployment of the stack of containers stands. It is written after the fact: {@code up} means it is up. */
public enum DeployStatus {
    /** Its files are written; nothing was run. */
    @JsonProperty("pending")
    PENDING,
    /** Its images are being built. */
    @JsonProperty("building")
    BUILDING,
    /** Its containers run. */
    @JsonProperty("up")
    UP,
    /** Its containers were removed. */
    @JsonProperty("down")
    DOWN,
    /** The last command failed; the deployment log says why. */
    @JsonProperty("error")
    ERROR,
    /** Its images are built; no container was started with them. */
    @JsonProperty("done")
    DONE;

    /** Whether this may be followed by {@code next}; a status may always be said again, and any command may fail. */
    public boolean leadsTo(DeployStatus next) {
        return next == this || next == ERROR || following().contains(next);
    }

    private Set<DeployStatus> following() {
        return switch (this) {
            // New files beside a stack that runs do not make it pending.
            case UP -> Set.of(BUILDING, DOWN);
            case BUILDING -> Set.of(UP, DONE, DOWN);
            case PENDING, DOWN, ERROR, DONE -> Set.of(PENDING, BUILDING, UP, DOWN);
        };
    }

    /** The word used on the wire and in every listing. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
