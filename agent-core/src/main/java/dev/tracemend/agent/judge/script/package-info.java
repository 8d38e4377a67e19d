/**
 * The judge for Python and JavaScript. {@link dev.tracemend.agent.judge.script.ScriptJudge} has a runner of the language
 * itself (its source is a resource beside this package) run the tests, make the logged failure happen again and try each
 * candidate in a process of its own, in a sandbox where the machine has one.
 */
@NullMarked
package dev.tracemend.agent.judge.script;

import org.jspecify.annotations.NullMarked;
