/** How well errors are told from the rest: labelled logs in, precision, recall and contexts per cause out. */
@NullMarked
package dev.tracemend.bench.detect;

import org.jspecify.annotations.NullMarked;
