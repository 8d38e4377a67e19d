/** What a typed call costs beside the model. */
@NullMarked
package dev.tracemend.bench.agent;

import org.jspecify.annotations.NullMarked;
