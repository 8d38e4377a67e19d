/** The rules of the house as tests, and the proof that each rule notices a violation. */
@NullMarked
package dev.tracemend.cli.architecture;

import org.jspecify.annotations.NullMarked;
