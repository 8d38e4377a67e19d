/**
 * How well and how fast secrets are masked: {@code bench/run redaction} counts what is caught and what is masked
 * needlessly in a corpus, ours or another; {@code bench/run jmh RedactionBenchmark} times a line. Read on in {@link
 * dev.tracemend.logs.Redactor}.
 */
@NullMarked
package dev.tracemend.bench.redaction;

import org.jspecify.annotations.NullMarked;
