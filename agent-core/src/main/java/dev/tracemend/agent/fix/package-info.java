/**
 * The heart: {@link dev.tracemend.agent.fix.FixProgram} takes a {@link dev.tracemend.agent.fix.FixTask} through locate,
 * plan, edit and verify, and ends in a {@link dev.tracemend.agent.fix.FixOutcome}. Rules and a model are two sources of
 * candidates; one judge decides over both.
 */
@NullMarked
package dev.tracemend.agent.fix;

import org.jspecify.annotations.NullMarked;
