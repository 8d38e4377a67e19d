package dev.tracemend.tailer.faults;

/**
 * What became of a case's lines.
 *
 * @param expected how many were written
 * @param lost written, but in no record
 * @param doubled came again
 * @param doubledAfterDedupe came again in a record with another id
 * @param damaged lines of records that nobody wrote like this
 * @param unordered came after a later line of the same file and generation
 * @param wronglyDropped lost only when records are told apart by id
 */
record Verdict(
        long expected,
        long lost,
        long doubled,
        long doubledAfterDedupe,
        long damaged,
        long unordered,
        long wronglyDropped) {

    boolean isExactlyOnceById() {
        return lost == 0 && doubledAfterDedupe == 0 && damaged == 0 && unordered == 0 && wronglyDropped == 0;
    }
}
