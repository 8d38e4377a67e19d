package dev.tracemend.logs;

import java.util.List;

/**
 * Reports in blocks, told by their first line: what lines may follow it at the margin, and whether blank ones may. A block
 * goes on to its last line, or to one that starts an event of its own.
 */
enum ReportBlock {
    /** AddressSanitizer and its kin, up to the summary. */
    SANITIZER(true, "") {
        @Override
        boolean opens(String line) {
            int end = line.startsWith("==") ? HeadWord.digitsEnd(line, 2) : 0;
            return end > 2 && line.startsWith("==", end) && line.contains("Sanitizer");
        }

        @Override
        boolean ends(String last, String line) {
            return last.startsWith("SUMMARY: ") ? !line.endsWith("==ABORTING") : last.endsWith("==ABORTING");
        }
    },
    /** What C and C++ programs write when they abort, and the shell's word about it. */
    ABORT(false, "Aborted", "Segmentation fault", "Trace/breakpoint trap") {
        @Override
        boolean opens(String line) {
            return line.startsWith("terminate called ")
                    || line.contains(": Assertion `")
                    || line.startsWith("Assertion failed: ");
        }
    },
    /** Dart's trace: the exception, then numbered frames. */
    DART(false, "") {
        @Override
        boolean opens(String line) {
            return line.equals("Unhandled exception:");
        }

        @Override
        boolean ends(String last, String line) {
            return last.startsWith("#") && !line.startsWith("#");
        }
    },
    /** R's last words. */
    R(false, "Calls: ", "Execution halted", "Backtrace:") {
        @Override
        boolean opens(String line) {
            return line.startsWith("Error in ") || line.startsWith("Error: ");
        }
    },
    /** What the JVM writes when it crashes: a block of comments. */
    JVM_CRASH(false, "#") {
        @Override
        boolean opens(String line) {
            return line.equals("#")
                    || line.startsWith("# A fatal error has been detected")
                    || line.startsWith("# There is insufficient memory");
        }
    },
    /** The end of a thread dump. */
    DEADLOCK(true, "", "=", "\"", "Java stack information", "Found ") {
        @Override
        boolean opens(String line) {
            return line.startsWith("Found one Java-level deadlock");
        }

        @Override
        boolean ends(String last, String line) {
            return last.startsWith("Found 1 deadlock") || line.startsWith("\"") && line.contains(" prio=");
        }
    },
    /** Why a build of Gradle failed, with the advice that it gives. */
    GRADLE(true, "") {
        @Override
        boolean opens(String line) {
            return line.startsWith("FAILURE: Build ");
        }

        @Override
        boolean ends(String last, String line) {
            return line.startsWith("> Task ")
                    || last.startsWith("BUILD FAILED")
                    || (last.startsWith("> Get more help") && !line.isBlank());
        }
    },
    /** A message in a frame of lines, as Terraform and many a compiler draw it. */
    BOX(false, "│", "╵", "┃", "╰") {
        @Override
        boolean opens(String line) {
            return line.startsWith("╷") || line.startsWith("╭");
        }

        @Override
        boolean ends(String last, String line) {
            return last.startsWith("╵") || last.startsWith("╰");
        }
    },
    /** What glog writes of a failed check or a signal; the frames below are indented. */
    GLOG(false, "*** Check failure stack trace", "*** SIG", "PC: @") {
        @Override
        boolean opens(String line) {
            return line.startsWith("*** Aborted at ") || (line.startsWith("F") && line.contains("] Check failed: "));
        }
    },
    /** The kernel's report of what it killed, of a task that hangs, of a bug of its own. */
    KERNEL(
            false,
            "CPU: ",
            "Hardware name: ",
            "Call Trace:",
            "Call trace:",
            "Workqueue: ",
            "RIP: ",
            "RSP: ",
            "RAX: ",
            "RDX: ",
            "RBP: ",
            "R10: ",
            "R13: ",
            "FS: ",
            "CS: ",
            "CR2: ",
            "Code: ",
            "Modules linked in:",
            "Mem-Info:",
            "Node ",
            "Tasks state",
            "[  pid  ]",
            "memory: usage",
            "swap: usage",
            "Memory cgroup ",
            "Out of memory: Kill",
            "Killed process ",
            "oom-kill:",
            "oom_reaper: ",
            "task:",
            "\"echo 0 > ",
            "---[ end ") {
        @Override
        boolean opens(String line) {
            return line.contains(" invoked oom-killer: ")
                    || line.contains(" blocked for more than ")
                    || line.startsWith("BUG: ")
                    || line.startsWith("Oops: ")
                    || line.startsWith("------------[ cut here ]")
                    || line.startsWith("general protection fault")
                    || line.startsWith("Kernel panic - ")
                    || line.startsWith("watchdog: BUG: ");
        }

        @Override
        boolean ends(String last, String line) {
            return last.startsWith("oom_reaper: ") || last.startsWith("---[ end ");
        }
    };

    private static final List<ReportBlock> BLOCKS = List.of(values());

    private final boolean blanks;
    private final List<String> parts;

    /** Its parts are beginnings of lines; the empty one stands for any line that starts no event. */
    ReportBlock(boolean blanks, String... parts) {
        this.blanks = blanks;
        this.parts = List.of(parts);
    }

    /** Whether a line is the first of such a report. */
    abstract boolean opens(String line);

    /** Whether the report is over at {@code last}, so that {@code line} is none of its. */
    boolean ends(String last, String line) {
        return false;
    }

    /** Whether a line is the first of any report in a block. */
    static boolean opensAny(String line) {
        for (ReportBlock block : BLOCKS) {
            if (block.opens(line)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line at the margin, or a blank one, goes on with the report that {@code first} opened. */
    static boolean goesOn(String first, String last, String line) {
        for (ReportBlock block : BLOCKS) {
            if (block.opens(first)) {
                return !block.ends(last, line) && (line.isBlank() ? block.blanks : block.has(line));
            }
        }
        return false;
    }

    private boolean has(String line) {
        for (String part : parts) {
            if (part.isEmpty() ? !LineParser.startsEvent(line) : line.startsWith(part)) {
                return true;
            }
        }
        return false;
    }
}
