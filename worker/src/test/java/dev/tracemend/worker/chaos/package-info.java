/**
 * Workers and the broker as processes of their own, killed at random: {@link dev.tracemend.worker.chaos.ChaosIT} starts
 * them and says what must be true in the end.
 */
package dev.tracemend.worker.chaos;
