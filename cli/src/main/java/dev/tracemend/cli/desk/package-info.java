/**
 * What waits for people in the topics. {@link dev.tracemend.cli.desk.LetterBox} shows the dead letters of {@code
 * agent.errors} and publishes their records again, each once; {@link dev.tracemend.cli.desk.ApprovalDesk} shows questions
 * and takes decisions. {@link dev.tracemend.cli.desk.CommittedLog} reads a topic to its end. No text of a topic reaches a
 * terminal unchanged: {@link dev.tracemend.cli.desk.HarmlessText} takes control characters off.
 */
@NullMarked
package dev.tracemend.cli.desk;

import org.jspecify.annotations.NullMarked;
