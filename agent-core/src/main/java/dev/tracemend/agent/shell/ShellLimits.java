package dev.tracemend.agent.shell;

import java.time.Duration;
import java.util.List;

/**
 * What a whole session may use. When it is more, the session's processes are killed, or the system refuses the call.
 *
 * @param memoryBytes resident memory of all processes together
 * @param processes how many processes at a time
 * @param cpu processor time of one process; the shell is one
 * @param fileBytes size of one file written
 * @param tmpBytes size of a sandbox's own temporary folder
 * @param diskBytes how much the free space under the workspace may shrink
 */
public record ShellLimits(
        long memoryBytes, int processes, Duration cpu, long fileBytes, long tmpBytes, long diskBytes) {
    private static final long GIB = 1L << 30;

    public ShellLimits {
        if (memoryBytes <= 0 || processes <= 0 || cpu.toSeconds() <= 0 || fileBytes < 1024 || tmpBytes < 4096) {
            throw new IllegalArgumentException("a shell's limits are positive, a file's at least 1 KiB");
        }
        if (diskBytes <= 0) {
            throw new IllegalArgumentException("the free space may shrink by a positive number of bytes");
        }
    }

    /** 4 GiB of memory, 512 processes, an hour of processor time, files of 2 GiB, 1 GiB for /tmp, 8 GiB of disk. */
    public static ShellLimits defaults() {
        return new ShellLimits(4 * GIB, 512, Duration.ofHours(1), 2 * GIB, GIB, 8 * GIB);
    }

    List<String> words() {
        return List.of(
                "memory " + size(memoryBytes),
                "processes " + processes,
                "cpu " + cpu.toSeconds() + " s a process",
                "file " + size(fileBytes),
                "disk " + size(diskBytes));
    }

    static String size(long bytes) {
        return bytes >= GIB ? bytes / GIB + " GiB" : bytes / 1024 + " KiB";
    }
}
