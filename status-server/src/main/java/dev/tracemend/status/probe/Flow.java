package dev.tracemend.status.probe;

/**
 * One stage of one topic.
 *
 * @param there whether the stage's topic exists
 * @param records records that lie in it now, older ones having passed their time
 * @param newest when the newest was written, seconds since the epoch, 0 where there is none
 * @param rate records a second over the last half minute
 */
public record Flow(boolean there, long records, double newest, double rate) {
    static final Flow ABSENT = new Flow(false, 0, 0, 0);
}
