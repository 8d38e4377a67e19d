/**
 * How a signature is put to a model and how the reply is read. An {@link dev.tracemend.agent.adapter.Adapter} prints the
 * fields in one layout (markers, JSON, XML, tool calls) and reads them back; {@link
 * dev.tracemend.agent.adapter.ToolProtocol} does the same for calls of tools. A prompt depends on its inputs alone, to the
 * byte. A reply is either read whole and checked, or it is a {@link dev.tracemend.agent.adapter.ParseFailure}.
 */
@NullMarked
package dev.tracemend.agent.adapter;

import org.jspecify.annotations.NullMarked;
