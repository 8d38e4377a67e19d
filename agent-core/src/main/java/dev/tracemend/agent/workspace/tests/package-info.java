/**
 * What a test run said: {@link dev.tracemend.agent.workspace.tests.TestReport} holds counts and failures, and is read from
 * the reports of Surefire or Failsafe, or from what pytest and Node's test runner print.
 */
@NullMarked
package dev.tracemend.agent.workspace.tests;

import org.jspecify.annotations.NullMarked;
