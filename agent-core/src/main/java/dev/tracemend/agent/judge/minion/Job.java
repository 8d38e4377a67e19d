package dev.tracemend.agent.judge.minion;

import java.util.List;
import java.util.Map;

/** What the child JVM is asked to do. */
public sealed interface Job {

    /** Takes the project's classes and where its libraries and resources lie; comes first. */
    record Load(Map<String, byte[]> classes, List<String> libraries, List<String> resources) implements Job {}

    /** Searches for failing scenarios; one call may take {@code callMillis}. */
    record Find(SearchRequest request, long callMillis) implements Job {}

    /** Runs scenarios in order with fresh statics, with some classes replaced; each may take so many ticks. */
    record Run(Map<String, byte[]> changed, List<Scenario> scenarios, boolean look, long callMillis, long ticks)
            implements Job {}

    /** Runs test classes as {@link Test} does, with a class among the changed ones that counts what is reached. */
    record Cover(Map<String, byte[]> changed, List<String> classes, String counter, long limitMillis) implements Job {}

    /** Runs test classes with fresh statics, with some classes replaced or added; each test may take so much. */
    record Test(Map<String, byte[]> changed, List<String> classes, long limitMillis, Effort each) implements Job {}

    /** Runs single tests, named as in {@link TestOutcome}, as {@link PlainTests} does; answered as {@link Test} is. */
    record Try(Map<String, byte[]> changed, List<String> tests, long limitMillis, Effort each) implements Job {}
}
