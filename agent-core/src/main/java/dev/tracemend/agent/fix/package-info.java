/**
 * The heart: {@link dev.tracemend.agent.fix.FixProgram} takes a {@link dev.tracemend.agent.fix.FixTask} through locate,
 * plan, edit and verify, and ends in a {@link dev.tracemend.agent.fix.FixOutcome}. Rules and a model are two sources of
 * candidates; one judge decides over both. What a model says may be what a log told it to say: a change of its that begins to
 * reach out of the program is refused unseen ({@link dev.tracemend.agent.fix.OutreachCheck}).
 */
@NullMarked
package dev.tracemend.agent.fix;

import org.jspecify.annotations.NullMarked;
