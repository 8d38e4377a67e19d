/**
 * Where in a file a block of lines stands. {@link dev.tracemend.agent.edit.place.RungLadder} asks one finder after the other,
 * strictest first; the first that knows a place decides, and if it knows several, what the reply says besides the lines
 * has to tell them apart, or the block is refused. A place comes with the lines to write there: only those that differ
 * between what was searched for and what replaces it, so that every other line keeps its bytes. From {@code TOKENS} on a
 * place counts only if the file's syntax is no worse afterwards ({@code edit.syntax}).
 */
@NullMarked
package dev.tracemend.agent.edit.place;

import org.jspecify.annotations.NullMarked;
