/**
 * Searches for a fix by trying: a {@link dev.tracemend.agent.search.RepairSearch} takes a project with failing tests or a
 * logged failure, asks the rules and the small changes of {@code agent.repair} for candidates, puts them before {@code
 * agent.judge}, tries pairs of edits from those that help a little, and ends in a {@link
 * dev.tracemend.agent.search.RepairResult}: fixes in order, each with what may be claimed of it.
 *
 * <p>What passes all tests is plausible, not yet right. {@link dev.tracemend.agent.search.Claim} is where that line is
 * drawn: fixes that behave differently on inputs the tests do not hold cannot all be right.
 */
@NullMarked
package dev.tracemend.agent.search;

import org.jspecify.annotations.NullMarked;
