/**
 * What an agent that works on code may do: {@link dev.tracemend.agent.tool.coding.FileTools} reads, searches and changes
 * files of one workspace, {@link
 * dev.tracemend.agent.tool.coding.GitTools} looks at its history, and {@link
 * dev.tracemend.agent.tool.coding.ShellTools} runs commands and tests. A file is changed only
 * after it was read, and only while it still is as it was read. Each tool comes under the names that agents of other makes
 * give it, too.
 */
@NullMarked
package dev.tracemend.agent.tool.coding;

import org.jspecify.annotations.NullMarked;
