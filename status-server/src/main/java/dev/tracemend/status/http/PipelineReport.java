package dev.tracemend.status.http;

import dev.tracemend.status.probe.TopicFlow;
import dev.tracemend.status.probe.WindowsState;
import java.util.List;

/**
 * How the pipeline flows.
 *
 * @param reachable whether the broker answers
 * @param detail why not
 * @param board the board's state in a word
 * @param malformed records of the pipeline that could not be read
 * @param windows what the engine of the windows remembers
 */
record PipelineReport(
        boolean reachable, String detail, String board, long malformed, List<TopicFlow> topics, WindowsState windows) {}
