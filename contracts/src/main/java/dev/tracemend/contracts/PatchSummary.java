package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How large a patch is: files, and lines added and removed. */
public record PatchSummary(
        int files,
        @JsonProperty("added_lines") int added,
        @JsonProperty("removed_lines") int removed) {}
