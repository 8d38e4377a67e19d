/**
 * What agent-core keeps between runs, each in a folder of its own: {@link dev.tracemend.agent.store.FolderCache} holds
 * replies of models by the hash of their requests, a {@link dev.tracemend.agent.store.KeptFile} one small text.
 */
@NullMarked
package dev.tracemend.agent.store;

import org.jspecify.annotations.NullMarked;
