/**
 * Finds where a failure sits and what could mend it, without a model: {@link dev.tracemend.agent.repair.Evidence} in,
 * {@link dev.tracemend.agent.repair.Candidate}s out, best first. Nothing here runs code of the checkout; that is the
 * judge's work.
 *
 * <p>{@link dev.tracemend.agent.repair.Locator} finds the trace's frames in the checkout. {@link
 * dev.tracemend.agent.repair.Diagnoser} says why it failed and whether the code is the place to mend it; an outage and a
 * refusal on purpose are told, never edited away. {@link dev.tracemend.agent.repair.CrashRules} reads the lines with
 * javac's trees and types and lets one {@code CrashRule} a family of exceptions propose edits of the original text; {@code
 * OperatorPriors} is the one table of what is likely right. To teach it a new family, write a rule and name its operators
 * there.
 */
@NullMarked
package dev.tracemend.agent.repair;

import org.jspecify.annotations.NullMarked;
