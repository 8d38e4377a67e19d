/**
 * How many candidates the judge judges in a second of processor time: {@link dev.tracemend.bench.judge.JudgeCommand} writes
 * a project whose one class has so many lines, changes it in many places and counts what the verdicts cost, child JVMs
 * included.
 */
@NullMarked
package dev.tracemend.bench.judge;

import org.jspecify.annotations.NullMarked;
