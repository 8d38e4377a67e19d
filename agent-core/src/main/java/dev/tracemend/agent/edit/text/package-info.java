/**
 * A file's bytes as text and back. {@link dev.tracemend.agent.edit.text.TextFile} finds out the charset and keeps the byte
 * order mark; {@link dev.tracemend.agent.edit.text.Lines} knows where each line begins and how it ends; {@link
 * dev.tracemend.agent.edit.text.LineIndex} finds lines by their {@link dev.tracemend.agent.edit.text.Norm normal form}
 * without reading the file again. Nothing here knows of replies or rungs.
 */
@NullMarked
package dev.tracemend.agent.edit.text;

import org.jspecify.annotations.NullMarked;
