/**
 * Edits as data. Rules make {@link dev.tracemend.agent.edit.TextEdit}s directly; a model's reply, in whatever form, goes
 * through {@link dev.tracemend.agent.edit.EditEngine}: {@code edit.format} reads what it asks for, {@code edit.place} finds
 * where in the file that is ({@link dev.tracemend.agent.edit.Rung} by rung, strictest first), {@code edit.syntax} says
 * whether the file is still whole, {@code edit.text} knows bytes, charsets and lines. Out comes an {@link
 * dev.tracemend.agent.edit.EditPlan}: the bytes of each file before and after, or the reasons, as words that a model can act
 * on. All blocks are placed before any is taken, and nothing is written here: {@code agent.workspace} does that.
 *
 * <p>Places are sought in the file as it was before the reply; only where a block is not there, in the file as the blocks
 * before it left it. Of several equal places none is taken silently, unless the form itself promises an order (diffs and
 * patches) or the reply gives a line number or a header.
 */
@NullMarked
package dev.tracemend.agent.edit;

import org.jspecify.annotations.NullMarked;
