/**
 * Files below one root, and nothing else. A path of a reply, a tool call or a journal becomes a {@link
 * dev.tracemend.agent.workspace.tree.WorkspacePath} (words only), then {@link
 * dev.tracemend.agent.workspace.tree.ConfinedTree} opens it folder by folder without following links, so that nothing can be
 * swapped between the look and the use. Links are followed only where they end inside the root.
 */
@NullMarked
package dev.tracemend.agent.workspace.tree;

import org.jspecify.annotations.NullMarked;
