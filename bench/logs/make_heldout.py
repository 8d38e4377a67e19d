#!/usr/bin/env python3
"""Makes heldout/: layouts and words that the detection was not made with. All of it is transcribed from what such systems
write, not run. It was written in one go before anything was measured on it; see README.md for what the first look gave."""
import json, pathlib, random

HERE = pathlib.Path(__file__).resolve().parent / "heldout"
WORDS = "amber birch cedar delta ember fjord grove haven inlet juniper".split()
NOISE = [
    ("INFO", "Accepted connection from /{ip}:{n} (now {n} clients)"), ("INFO", "Snapshot {hex} written, errors: 0, skipped: {n}"),
    ("INFO", "GET /v2/failures?state=error HTTP/1.1 took {n} ms"), ("INFO", "Finished stage {n} in {n} ms, 0 tasks failed"),
    ("INFO", "ExceptionTranslationFilter is active"), ("INFO", "no exceptions since {n} minutes"),
    ("INFO", "Health check passed: failed_checks=0 warnings=0"), ("INFO", "User {word} changed setting abort-on-error to false"),
    ("INFO", "Replica {word} caught up, lag is {n} bytes"), ("INFO", "will not retry: request {hex} already succeeded"),
    ("INFO", "Fatal-error handler installed for {n} threads"), ("INFO", "Received {n} bytes from {word}, checksum ok"),
    ("INFO", "shutdown hook registered, timeout 30s"), ("INFO", "Test connection refused as expected by firewall rule {n}"),
    ("DEBUG", "retrying after java.net.SocketTimeoutException: Read timed out"), ("DEBUG", "error budget left: {n}%"),
    ("WARN", "Slow read of block {n} took {n} ms"), ("WARN", "Falling back to default locale for {word}"),
    ("WARN", "Connection to {word} lost, reconnecting (try {n})"), ("WARN", "Config key {word}.limit is deprecated"),
    ("WARN", "Disk usage at 81% on /data/{word}"), ("WARN", "GC pause of {n} ms"),
]
CAUSES = [
    ("quorum", "ERROR", "Lost quorum: {n} of 5 voters reachable"), ("schema", "ERROR", "Migration {n}_add_{word} failed: column \"{word}\" exists"),
    ("upload", "ERROR", "Upload of {hex}.parquet to bucket {word} aborted after {n} bytes"), ("token", "ERROR", "Cannot verify token of tenant {word}: key {hex} unknown"),
    ("full", "FATAL", "could not extend file base/{n}/{n}: No space left on device"), ("tls", "WARN", "x509: certificate has expired or is not yet valid: host {word}.internal"),
    ("killed", "INFO", "Task {hex} finished: exit code 137, reason OOMKilled"), ("dead", "ERROR", "deadlock detected while updating {word}"),
]


def value(kind, rng):
    return {"n": str(rng.randrange(1, 99999)), "word": rng.choice(WORDS), "hex": "%012x" % rng.getrandbits(48),
            "ip": "10.%d.%d.%d" % tuple(rng.randrange(256) for _ in range(3))}[kind]


def fill(text, rng):
    while "{" in text:
        at = text.index("{")
        end = text.index("}", at)
        text = text[:at] + value(text[at + 1:end], rng) + text[end + 1:]
    return text


JAVA = ["java.lang.IllegalStateException: region {n} is not online", "\tat com.globex.region.Router.pick(Router.java:{n})",
        "\tat com.globex.region.Router.lambda$route$3(Router.java:{n})", "\tat com.globex.Gateway$$EnhancerBySpringCGLIB$$1a2b.handle(<generated>)",
        "\tat java.base/java.lang.Thread.run(Thread.java:840)", "Caused by: java.net.ConnectException: Connection refused",
        "\tat com.globex.net.Dial.open(Dial.java:{n})", "\t... 12 more"]
PYTHON = ["Traceback (most recent call last):", "  File \"/srv/etl/load.py\", line {n}, in load", "    rows = table[name]", "           ~~~~~^^^^^^",
          "KeyError: '{word}'", "", "During handling of the above exception, another exception occurred:", "", "Traceback (most recent call last):",
          "  File \"/srv/etl/run.py\", line {n}, in run", "    load(name)", "etl.errors.LoadFailed: {word}"]
NODE = ["TypeError: Cannot read properties of undefined (reading 'price')", "    at Basket.sum (/srv/web/basket.js:{n}:17)",
        "    at async /srv/web/routes.js:{n}:3", "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)"]
DOTNET = ["System.ArgumentNullException: Value cannot be null. (Parameter 'key')", "   at Globex.Store.Find(String key) in /src/Store.cs:line {n}",
          "   at Globex.Store.<LoadAsync>d__7.MoveNext() in /src/Store.cs:line {n}", "--- End of stack trace from previous location ---",
          "   at Globex.Api.Get(String key) in /src/Api.cs:line {n}"]
GO = ["panic: assignment to entry in nil map [recovered]", "\tpanic: assignment to entry in nil map", "", "goroutine {n} [running]:", "testing.tRunner.func1.2({0x1, 0x2})",
      "\t/usr/local/go/src/testing/testing.go:1526 +0x24e", "main.(*Index).put(0xc000, {0x4, 0x2})", "\t/go/src/globex/index.go:{n} +0x45",
      "created by main.serve in goroutine 1", "\t/go/src/globex/main.go:{n} +0x8d"]
RUBY = ["NoMethodError (undefined method `total' for nil:NilClass):", "", "app/models/basket.rb:{n}:in `sum'", "app/controllers/baskets_controller.rb:{n}:in `show'"]
PHP = ["PHP Fatal error:  Uncaught TypeError: Basket::sum(): Argument #1 must be of type int, string given in /srv/web/Basket.php:{n}", "Stack trace:",
       "#0 /srv/web/index.php({n}): Basket->sum('x')", "#1 {main}", "  thrown in /srv/web/Basket.php on line {n}"]


def trace(lines, rng):
    return [line if "0x" in line and "{n}" not in line or "{main}" in line else fill(line.replace("({0x", "(\x00x"), rng).replace("\x00x", "{0x") for line in lines]


LETTER = {"INFO": "I", "DEBUG": "D", "WARN": "W", "ERROR": "E", "FATAL": "F"}
SHORT = {"INFO": "INF", "DEBUG": "DBG", "WARN": "WRN", "ERROR": "ERR", "FATAL": "FTL"}


def clock(i):
    return "%02d:%02d:%02d" % (10 + i // 3600, i // 60 % 60, i % 60)


def make(name, seed, head, tail=None, inline=None, size=150, throws=True, every=None):
    """head: a line; tail: lines of a trace behind an ERROR; every: puts a head before each line of a trace."""
    rng = random.Random(seed)
    lines, labels = [], []
    for i in range(size):
        dice = rng.random()
        if dice < 0.10 and throws and tail:
            rows = trace(tail, rng)
            if inline:
                lines.append(inline(i, rng, rows))
                labels.append("trace")
            else:
                first = head(i, "ERROR", fill("handling {hex} for {word} broke", rng), rng) if head else None
                rows = [every(i, row, rng) for row in rows] if every else rows
                rows = ([first] if first else []) + rows
                lines += rows
                labels += ["trace" if row.strip() else "-" for row in rows]
        elif dice < 0.24:
            cause, level, text = rng.choice(CAUSES)
            lines.append(head(i, level, fill(text, rng), rng))
            labels.append(cause)
        else:
            level, text = rng.choice(NOISE)
            lines.append(head(i, level, fill(text, rng), rng))
            labels.append("-")
    save(name, lines, labels)


def save(name, lines, labels):
    HERE.mkdir(exist_ok=True)
    flat = [(part, label) for line, label in zip(lines, labels) for part in line.split("\n")]
    (HERE / f"{name}.log").write_text("".join(part + "\n" for part, _ in flat))
    (HERE / f"{name}.labels").write_text("".join((label if part.strip() else "-") + "\n" for part, label in flat))


def ecs(i, level, text, rng, rows=None):
    row = {"@timestamp": f"2026-11-21T{clock(i)}.123Z", "log.level": level, "message": text, "ecs.version": "1.2.0", "service.name": "region",
           "log.logger": "com.globex.region.Router", "process.thread.name": f"worker-{rng.randrange(9)}"}
    if rows:
        row["error.type"], row["error.stack_trace"] = rows[0].split(":")[0], "\n".join(rows)
    return json.dumps(row)


def gcp(i, level, text, rng):
    return json.dumps({"severity": {"WARN": "WARNING", "FATAL": "CRITICAL"}.get(level, level), "time": f"2026-11-21T{clock(i)}Z",
                       "jsonPayload": {"message": text}, "labels": {"pod": "etl-" + value("hex", rng)}})


def bunyan(i, level, text, rng, rows=None):
    row = {"name": "web", "hostname": "h1", "pid": 7, "level": {"DEBUG": 20, "INFO": 30, "WARN": 40, "ERROR": 50, "FATAL": 60}[level], "msg": text,
           "time": f"2026-11-21T{clock(i)}.000Z", "v": 0}
    if rows:
        row["err"] = {"message": rows[0].split(": ")[1], "name": "TypeError", "stack": "\n".join(rows)}
    return json.dumps(row)


def clef(i, level, text, rng, rows=None):
    row = {"@t": f"2026-11-21T{clock(i)}.1234567Z", "@m": text, "SourceContext": "Globex.Store"}
    if level != "INFO":
        row["@l"] = {"WARN": "Warning", "ERROR": "Error", "FATAL": "Fatal", "DEBUG": "Debug"}[level]
    if rows:
        row["@x"] = "\n".join(rows)
    return json.dumps(row)


def mongo(i, level, text, rng):
    return json.dumps({"t": {"$date": f"2026-11-21T{clock(i)}.123+00:00"}, "s": LETTER[level], "c": "REPL", "id": rng.randrange(99999), "ctx": "conn7", "msg": text})


def boxed(i, level, text, rng):
    return json.dumps({"log": f"2026-11-21 {clock(i)},123 {level} [{'main'}] globex.Region - {text}\n", "stream": "stdout", "time": f"2026-11-21T{clock(i)}Z"})


def main():
    thread = lambda rng: f"exec-{rng.randrange(20)}"
    make("hadoop-like", 1, lambda i, l, t, r: f"2026-11-21 {clock(i)},123 {l} [IPC Server handler {r.randrange(30)} on 8020] org.globex.hdfs.Namesystem: {t}", JAVA)
    make("zookeeper-like", 2, lambda i, l, t, r: f"2026-11-21 {clock(i)},123 [myid:{r.randrange(3)}] - {l:5} [QuorumPeer[myid=1]/0.0.0.0:2181:Follower@{r.randrange(999)}] - {t}", JAVA)
    make("openstack-like", 3, lambda i, l, t, r: f"2026-11-21 {clock(i)}.123 25746 {l} globex.compute.manager [req-{value('hex', r)} - - - - -] {t}", PYTHON[8:],
         every=lambda i, row, r: f"2026-11-21 {clock(i)}.123 25746 ERROR globex.compute.manager {row}")
    make("hdfs-like", 4, lambda i, l, t, r: f"261121 {clock(i).replace(':', '')} {r.randrange(999)} {l} dfs.Node$Receiver: {t}", throws=False)
    make("spark-like", 5, lambda i, l, t, r: f"26/11/21 {clock(i)} {l} executor.Executor: {t}", JAVA)
    make("bgl-like", 6, lambda i, l, t, r: f"- 17952552{i:02d}{'' if i > 99 else ''} 2026.11.21 R02-M1-N0 2026-11-21-{clock(i).replace(':', '.')}.675872 R02-M1-N0 RAS KERNEL {l} {t}"
         if i < 100 else f"- 1795255{i} 2026.11.21 R02-M1-N0 2026-11-21-{clock(i).replace(':', '.')}.675872 R02-M1-N0 RAS KERNEL {l} {t}", throws=False)
    make("logcat", 7, lambda i, l, t, r: f"11-21 {clock(i)}.123  1234  {1234 + r.randrange(3)} {LETTER[l]} RegionService: {t}", JAVA,
         every=lambda i, row, r: f"11-21 {clock(i)}.123  1234  1234 E AndroidRuntime: {row}")
    make("postgres", 8, lambda i, l, t, r: f"2026-11-21 {clock(i)}.123 UTC [{r.randrange(9999)}] {dict(INFO='LOG', WARN='WARNING', DEBUG='DEBUG').get(l, l)}:  {t}", throws=False)
    make("mysql", 9, lambda i, l, t, r: f"2026-11-21T{clock(i)}.123456Z {r.randrange(99)} [{dict(INFO='Note', WARN='Warning', DEBUG='Note', FATAL='ERROR', ERROR='ERROR')[l]}] [MY-{r.randrange(100000):06d}] [Server] {t}", throws=False)
    make("mongodb", 10, mongo, throws=False)
    make("ecs", 11, ecs, JAVA, inline=lambda i, r, rows: ecs(i, "ERROR", fill("handling {hex} broke", r), r, rows))
    make("gcp", 12, gcp, throws=False)
    make("bunyan", 13, bunyan, NODE, inline=lambda i, r, rows: bunyan(i, "ERROR", fill("handling {hex} broke", r), r, rows))
    make("clef", 14, clef, DOTNET, inline=lambda i, r, rows: clef(i, "ERROR", fill("handling {hex} broke", r), r, rows))
    make("docker-json", 15, boxed, throws=False)
    make("nlog", 16, lambda i, l, t, r: f"2026-11-21 {clock(i)}.1234|{l}|Globex.Store|{t}", DOTNET)
    make("zerolog", 17, lambda i, l, t, r: f"2026-11-21T{clock(i)}Z {SHORT[l]} {t} shard={r.randrange(9)}", GO)
    make("logrus", 18, lambda i, l, t, r: f"{dict(INFO='INFO', WARN='WARN', DEBUG='DEBU', ERROR='ERRO', FATAL='FATA')[l]}[{i:04d}] {t}      shard={r.randrange(9)}", GO)
    make("loguru", 19, lambda i, l, t, r: f"2026-11-21 {clock(i)}.123 | {dict(WARN='WARNING', FATAL='CRITICAL').get(l, l):8} | etl.load:run:{r.randrange(99)} - {t}", PYTHON)
    make("structlog", 20, lambda i, l, t, r: f"2026-11-21 {clock(i)} [{dict(WARN='warning', FATAL='critical').get(l, l.lower()):9}] {t}   shard={r.randrange(9)}", PYTHON)
    make("celery", 21, lambda i, l, t, r: f"[2026-11-21 {clock(i)},123: {dict(WARN='WARNING', FATAL='CRITICAL').get(l, l)}/ForkPoolWorker-{r.randrange(8)}] {t}", PYTHON)
    make("airflow", 22, lambda i, l, t, r: f"[2026-11-21T{clock(i)}.123+0000] {{taskinstance.py:{r.randrange(2000)}}} {dict(WARN='WARNING', FATAL='CRITICAL').get(l, l)} - {t}", PYTHON)
    make("elasticsearch", 23, lambda i, l, t, r: f"[2026-11-21T{clock(i)},123][{l:5}][o.g.c.Service         ] [node-{r.randrange(3)}] {t}", JAVA)
    make("elixir", 24, lambda i, l, t, r: f"{clock(i)}.123 [{dict(WARN='warning', FATAL='critical').get(l, l.lower())}] {t}", throws=False)
    make("rails", 25, lambda i, l, t, r: f"{LETTER[l]}, [2026-11-21T{clock(i)}.123456 #17] {l:>5} -- : [{value('hex', r)}] {t}", RUBY,
         every=lambda i, row, r: f"F, [2026-11-21T{clock(i)}.123456 #17] FATAL -- : {row}")
    make("php-fpm", 26, lambda i, l, t, r: f"[21-Nov-2026 {clock(i)} UTC] {dict(INFO='NOTICE', WARN='WARNING', DEBUG='DEBUG', FATAL='ALERT').get(l, l)}: {t}", PHP,
         every=lambda i, row, r: (f"[21-Nov-2026 {clock(i)} UTC] " if row.startswith("PHP ") else "") + row)
    make("tracing", 27, lambda i, l, t, r: f"2026-11-21T{clock(i)}.123456Z {l.replace('FATAL', 'ERROR'):>5} request{{id={r.randrange(99)} path=\"/x\"}}: globex::region: {t}", throws=False)
    make("kubectl", 28, lambda i, l, t, r: f"[pod/region-{value('hex', r)[:5]}/app] {clock(i)}.123 {l} [main] c.g.Region - {t}", throws=False)
    access(29)
    system(30)
    interleaved(31)
    print(sum(len((HERE / f).read_text().splitlines()) for f in sorted(p.name for p in HERE.glob("*.log"))), "lines")


def access(seed):
    """nginx: the access log is all well where it says 404; the error log shares the file."""
    rng = random.Random(seed)
    lines, labels = [], []
    for i in range(200):
        if rng.random() < 0.12:
            cause, text = rng.choice([("upstream", "connect() failed (111: Connection refused) while connecting to upstream, client: {ip}, server: shop, request: \"GET /x/{n} HTTP/1.1\", upstream: \"http://{ip}:80/x\""),
                                      ("file", "open() \"/usr/share/nginx/html/{word}{n}.html\" failed (2: No such file or directory), client: {ip}, server: shop")])
            lines.append(f"2026/11/21 {clock(i)} [error] 17#17: *{i} {fill(text, rng)}")
            labels.append(cause)
        else:
            path = rng.choice(["/error", "/failed/{n}", "/panic?code=500", "/ok/{n}", "/timeout/{word}"])
            lines.append(f"{value('ip', rng)} - - [21/Nov/2026:{clock(i)} +0000] \"GET {fill(path, rng)} HTTP/1.1\" {rng.choice([200, 200, 304, 404, 403])} {rng.randrange(9000)} \"-\" \"curl/8\"")
            labels.append("-")
    save("nginx", lines, labels)


def system(seed):
    rng = random.Random(seed)
    rows = [("-", "systemd[1]: Started Region {word}."), ("-", "sshd[{n}]: Failed password for invalid user {word} from {ip} port {n} ssh2"), ("-", "CRON[{n}]: (root) CMD (run-errors-report {word})"),
            ("-", "dhclient[{n}]: DHCPACK of {ip} from {ip}"), ("-", "kernel: [{n}.123] usb 1-1: new device {hex}"), ("-", "sshd[{n}]: Connection closed by {ip} port {n} [preauth]"),
            ("oom", "kernel: [{n}.123] Out of memory: Killed process {n} (region-{word}) total-vm:{n}kB"), ("segv", "kernel: [{n}.123] region[{n}]: segfault at 0 ip {hex} sp {hex} error 4 in region[{hex}]"),
            ("unit", "systemd[1]: region.service: Failed with result 'exit-code'."), ("io", "kernel: [{n}.123] blk_update_request: I/O error, dev sda, sector {n}"),
            ("start", "systemd[1]: Failed to start Region {word}.")]
    lines, labels = [], []
    for i in range(200):
        label, text = rng.choice(rows[:6] * 3 + rows)
        lines.append(f"Nov 21 {clock(i)} node-{rng.randrange(3)} {fill(text, rng)}")
        labels.append(label)
    save("system", lines, labels)


def interleaved(seed):
    """Two pods write traces into one stream, line by line, each with its name before it."""
    rng = random.Random(seed)
    queues, lines, labels = [[], []], [], []
    for i in range(160):
        for pod in (0, 1):
            if not queues[pod]:
                if rng.random() < 0.15:
                    queues[pod] = [(row, "trace" if pod == 0 else "trace2") for row in trace(JAVA if pod == 0 else PYTHON[:5], rng)]
                    queues[pod].insert(0, (f"2026-11-21 {clock(i)}.123 ERROR [t{pod}] c.g.Region - broke", queues[pod][0][1]))
                else:
                    level, text = rng.choice(NOISE)
                    queues[pod].append((f"2026-11-21 {clock(i)}.123 {level} [t{pod}] c.g.Region - {fill(text, rng)}", "-"))
            row, label = queues[pod].pop(0)
            lines.append(f"pod-{pod}  | {row}")
            labels.append(label)
    save("pods", lines, labels)


main()
