package dev.tracemend.agent.judge;

import java.time.Duration;

/** One rung of the judge's ladder: its name ({@code compile}, {@code reproduce}, {@code tests} …), whether it held, what was seen. */
public record LadderStep(String name, boolean passed, String detail, Duration took) {}
