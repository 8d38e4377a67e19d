/**
 * Conversations that go on: {@link dev.tracemend.agent.session.History} keeps what a model must still see within what it
 * can read, in whole turns.
 */
@NullMarked
package dev.tracemend.agent.session;

import org.jspecify.annotations.NullMarked;
