/**
 * From the broker to a task: {@link dev.tracemend.worker.intake.BrokerDoor} sees whether there is a broker with our
 * topics, {@link dev.tracemend.worker.intake.ContextIntake} reads one record at a time and keeps the place in the group,
 * {@link dev.tracemend.worker.intake.ContextReading} makes a context of its bytes, {@link
 * dev.tracemend.worker.intake.TaskTranslation} a task for agent-core.
 */
@NullMarked
package dev.tracemend.worker.intake;

import org.jspecify.annotations.NullMarked;
