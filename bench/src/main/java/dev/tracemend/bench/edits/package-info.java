/**
 * How well the edit engine places replies that are not quite right. {@link dev.tracemend.bench.edits.EditsCommand} takes
 * true edits from real histories: consecutive releases of libraries ({@code --maven}) or a git repository ({@code --git}).
 * Each edit becomes a SEARCH/REPLACE block, the block is perturbed as models perturb theirs, and the plan is compared with
 * the true result.
 *
 * <p><b>Recoverable</b> is a trial whose block, as it was before it was perturbed, stands at exactly one place of the file
 * when blanks are ignored, and for which, perturbed, a reader could still tell that place: for a renamed variable, at exactly
 * one place of the same shape; for an elision, if every part that changes stands at exactly one place. A trial whose block
 * was duplicated is never recoverable: there the right answer is a refusal.
 *
 * <p><b>Right</b> is a placement whose file equals the true result up to the perturbation: blanks and typographic signs
 * ignored, after a rename the new name for the old one, after dropped comments without comment lines. <b>Wrong</b> is every
 * other placement. The micro-benchmarks are in {@link dev.tracemend.bench.edits.EditSpeed}.
 */
@NullMarked
package dev.tracemend.bench.edits;

import org.jspecify.annotations.NullMarked;
