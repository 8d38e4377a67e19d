/**
 * Edits as data: text ranges of named files. Rules make {@link dev.tracemend.agent.edit.TextEdit}s directly; a model's
 * reply is read into the same form here, so that the judge never knows where an edit came from.
 */
@NullMarked
package dev.tracemend.agent.edit;

import org.jspecify.annotations.NullMarked;
