/** What commands that start processes and watch them for a while have in common: their times, and a folder for the while. */
@NullMarked
package dev.tracemend.bench.measure;

import org.jspecify.annotations.NullMarked;
