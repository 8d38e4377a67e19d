/** Programs of under 60 lines each that show how typed calls to a model are written. */
@NullMarked
package dev.tracemend.examples;

import org.jspecify.annotations.NullMarked;
