/**
 * Changes of many files that happen wholly or not at all. {@link dev.tracemend.agent.workspace.journal.JournaledWriter}
 * takes steps, saves what stood there before into the journal, and only then touches the tree; whoever opens the journal
 * next takes back what was cut off, and {@code undo} takes back what was finished. Files are reached through {@link
 * dev.tracemend.agent.workspace.tree.ConfinedTree} only, also on behalf of a journal that was found.
 */
@NullMarked
package dev.tracemend.agent.workspace.journal;

import org.jspecify.annotations.NullMarked;
