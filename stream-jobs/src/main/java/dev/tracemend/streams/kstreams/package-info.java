/**
 * The windows in one JVM, on Kafka Streams: the engine of {@code demo} and {@code up}. Records of {@code logs.raw.*} come
 * in as bytes, {@link dev.tracemend.streams.kstreams.SourceProcessor} runs the first stage per source, an internal topic
 * brings each cause together, {@link dev.tracemend.streams.kstreams.CauseProcessor} runs the second stage, and contexts
 * leave for {@code logs.ctx.*}. Offsets, state and output are committed in one transaction, so a crash neither loses an
 * error nor counts it twice. What cannot be read goes to {@code agent.errors}.
 */
@NullMarked
package dev.tracemend.streams.kstreams;

import org.jspecify.annotations.NullMarked;
