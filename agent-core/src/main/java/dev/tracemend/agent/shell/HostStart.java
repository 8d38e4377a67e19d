package dev.tracemend.agent.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The words before a program that runs on this machine: they set the limits that every system has (file size, processor
 * time, no core files) and, where we may, a control group with a limit of processes and memory. Whoever was started in the
 * background of a script is deaf to interrupts and would hand that down: they are made heard again.
 */
final class HostStart {
    private static final String SCRIPT = """
            id=$1 memory=$2 processes=$3 file=$4 cpu=$5; shift 5
            ulimit -c 0; ulimit -f "$file"; ulimit -t "$cpu"
            join() { [ -w "$1/cgroup.procs" ] && echo $$ > "$1/cgroup.procs"; }
            groups() {
              local root=/sys/fs/cgroup d line base
              if [ -w $root/pids/cgroup.procs ]; then
                for d in $root/pids/tracemend-$id $root/memory/tracemend-$id; do
                  [ -w "${d%/*}" ] && mkdir -p "$d" && {
                    [ -e "$d/pids.max" ] && echo "$processes" > "$d/pids.max"
                    [ -e "$d/memory.limit_in_bytes" ] && echo "$memory" > "$d/memory.limit_in_bytes"
                    join "$d"
                  }
                done
              elif [ -e $root/cgroup.controllers ]; then
                while read -r line; do case $line in 0::*) base=${line#0::};; esac; done < /proc/self/cgroup
                for d in "$root$base" "$root${base%/*}"; do
                  case " $(cat "$d/cgroup.subtree_control") " in *" pids "*) ;; *) continue;; esac
                  d=$d/tracemend-$id
                  mkdir -p "$d" && echo "$processes" > "$d/pids.max" && echo "$memory" > "$d/memory.max"
                  join "$d" && break
                done
              fi
            }
            groups >/dev/null 2>&1
            if env --default-signal=INT true 2>/dev/null; then
              set -- env --default-signal=INT --default-signal=QUIT "$@"
            fi
            exec "$@"
            """;

    private HostStart() {}

    static List<String> words(String id, ShellLimits limits, List<String> program) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", SCRIPT, "tracemend-shell", id));
        words.add(Long.toString(limits.memoryBytes()));
        // The limit of the control group counts threads, of which a JVM or a compiler has dozens.
        words.add(Long.toString(limits.processes() * 4L));
        words.add(Long.toString(limits.fileBytes() / 1024));
        words.add(Long.toString(limits.cpu().toSeconds()));
        words.addAll(program);
        return words;
    }
}
