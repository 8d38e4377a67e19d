/**
 * What the topics carry. A module that writes a topic builds one of these records and hands it to {@link
 * dev.tracemend.contracts.Wire}; a module that reads one gets it back from there, whatever older or foreign form the
 * bytes had. Records here evolve by appending only: never rename, never retype, never give a field a second meaning.
 * Read {@link dev.tracemend.contracts.LogLine}, {@link dev.tracemend.contracts.ErrorContext} and {@link
 * dev.tracemend.contracts.FixResult} in this order to follow one line through the system.
 */
@NullMarked
package dev.tracemend.contracts;

import org.jspecify.annotations.NullMarked;
