/**
 * {@code repair}: runs any folder of cases through the search for a fix and reports what it found, what it cost and, where
 * a case brings a checker, whether it is right. {@code bench/cases/README.md} describes a case.
 *
 * <p>Each job is a JVM of its own, so that CPU-seconds are those of one case with its children, and a case that takes
 * down its JVM stops no other.
 */
@NullMarked
package dev.tracemend.bench.repair;

import org.jspecify.annotations.NullMarked;
