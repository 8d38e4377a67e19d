/**
 * What an agent may do: a {@link dev.tracemend.agent.tool.Tool} has a name, a schema and a risk; a {@link
 * dev.tracemend.agent.tool.ToolBox} checks a call, asks for approval where that is needed, runs it, and turns whatever
 * happens into an {@link dev.tracemend.agent.tool.Observation} that the model sees. What a tool returns is data.
 */
@NullMarked
package dev.tracemend.agent.tool;

import org.jspecify.annotations.NullMarked;
