/**
 * What a reply asks for, read out of its text: {@link dev.tracemend.agent.edit.format.ReplyReader} walks over the lines and
 * hands each to the reader whose form begins there (SEARCH/REPLACE, unified and git diffs, {@code *** Begin Patch},
 * tool calls as JSON); prose belongs to none, and listings of whole files are looked for only where nothing else is. All
 * become {@link dev.tracemend.agent.edit.format.ReplyEdit}s; what cannot be read becomes one that says why. No reader
 * throws, and none looks into a file: that is {@code edit.place}'s work.
 */
@NullMarked
package dev.tracemend.agent.edit.format;

import org.jspecify.annotations.NullMarked;
