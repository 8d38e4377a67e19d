/**
 * What tests of all modules need of the machine they run on: programs that may be missing ({@code RequiredTool}), and git
 * checkouts ({@code GitFolder}). It stands here because this module knows no other.
 */
@NullMarked
package dev.tracemend.logs.machine;

import org.jspecify.annotations.NullMarked;
