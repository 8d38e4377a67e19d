package dev.tracemend.agent.edit;

/**
 * Where one block of a reply was placed.
 *
 * @param block 1-based number of the block within the reply
 * @param path the file, as it is called after the change
 * @param rung how the place was found
 * @param firstLine 1-based first line of the place in the file before the change; 0 for a whole file
 * @param lines how many lines the place had
 * @param fuzzy whether the place is only alike; worth a look by a person
 */
public record PlacedEdit(int block, String path, Rung rung, int firstLine, int lines, boolean fuzzy) {}
