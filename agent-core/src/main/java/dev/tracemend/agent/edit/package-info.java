/**
 * Edits as data: text ranges of named files. Rules make {@link dev.tracemend.agent.edit.TextEdit}s directly; a model's
 * reply is read into the same form here, so that the judge never knows where an edit came from: {@link
 * dev.tracemend.agent.edit.ReplyParser} finds the SEARCH/REPLACE blocks, {@link dev.tracemend.agent.edit.BlockPlacer}
 * finds their places, and what cannot be placed comes back as words that a model can act on. Nothing is written here.
 */
@NullMarked
package dev.tracemend.agent.edit;

import org.jspecify.annotations.NullMarked;
