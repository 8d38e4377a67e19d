package dev.tracemend.agent.edit;

import java.util.List;

/**
 * Where a rung of the ladder found a block.
 *
 * @param starts 0-based first lines of every place that fits
 * @param search the lines to be replaced, as many as the file's lines there
 * @param replace what to write, indented as the file is
 */
record PlacedBlock(List<Integer> starts, List<String> search, List<String> replace) {}
