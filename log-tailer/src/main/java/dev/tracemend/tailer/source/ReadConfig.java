package dev.tracemend.tailer.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * How sources are read.
 *
 * @param from where files that are there at the start begin; later ones begin at their start
 * @param untilCaughtUp whether to end once all that is in the files at the start has been acknowledged
 * @param encoding of files without a byte order mark
 * @param maxLine bytes of a line that are kept; more is cut, with a flag and the full length
 * @param maps globs with topics of their own, asked in this order before the default topic
 * @param folders trees in which log files are found by themselves
 */
public record ReadConfig(
        From from, boolean untilCaughtUp, Charset encoding, int maxLine, List<TopicGlob> maps, List<Path> folders) {

    /** Where files that are there at the start begin. */
    public enum From {
        /** At the first byte, whatever was delivered before. */
        START,
        /** Behind the last complete line: only what comes from now on. */
        END,
        /** Where the last run was acknowledged; at the first byte where nothing is saved. */
        SAVED
    }

    /** Files of a glob and the short name of their topic. */
    public record TopicGlob(String glob, String topic) {}

    /** Copies the lists. */
    public ReadConfig {
        maps = List.copyOf(maps);
        folders = List.copyOf(folders);
    }

    /** With the defaults. */
    public static ReadConfig defaults() {
        return new ReadConfig(From.SAVED, false, StandardCharsets.UTF_8, LineSplitter.MOST_BYTES, List.of(), List.of());
    }
}
