package dev.tracemend.status.http;

import dev.tracemend.status.board.ActivityStep;
import java.util.List;

/**
 * What happened lately, oldest step first.
 *
 * @param range as it was asked for
 * @param width seconds a step
 */
record ActivityReport(String range, int width, List<ActivityStep> steps) {}
