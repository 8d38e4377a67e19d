/**
 * What runs in the judge's child JVM, and the only place where code of the checkout is run. {@link
 * dev.tracemend.agent.judge.minion.MinionMain} reads jobs from its input and answers on its output: load a project, search
 * for a {@link dev.tracemend.agent.judge.minion.Scenario} that fails as the log says, run scenarios, run tests. This
 * package needs nothing but the JDK (and JUnit's launcher for tests), because the child's class path holds nothing else;
 * by its nature it is the one that uses reflection. Whoever judges from outside trusts no answer further than its bounds.
 */
@NullMarked
package dev.tracemend.agent.judge.minion;

import org.jspecify.annotations.NullMarked;
