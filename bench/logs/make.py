#!/usr/bin/env python3
"""Makes the labelled logs of corpus/ anew by running the programs of programs/; see README.md. Needs java, python3, node,
go, ruby, php, rustc, mono with mcs, gcc and perl; a log whose run time is missing is left as it is."""
import os, pathlib, random, shutil, subprocess, sys, tempfile, uuid

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS, OUT = HERE / "programs", HERE / "corpus"
M2 = pathlib.Path.home() / ".m2/repository/org/apache/logging/log4j"
NAMES = "alice bob carol dave erin frank grace heidi ivan judy".split()

NOISE = {
    "INFO": ["request GET /orders/{n} 200 in {n}ms", "0 errors, failed=0 in batch {n}", "error rate 0.0 over {n}s",
             "GET /errors/timeout?id={n} 200", "loaded ErrorHandlerChain with {n} handlers", "no failures in {n} checks",
             "retry policy: on connection reset, after timeout exceeded", "health ok, errors_total 0",
             "user {name} signed in from {ip}", "cache warmed {n} entries in {n}ms",
             "failover test finished: 0 failed, {n} passed", "exception mapper registered for {n} types",
             "deadlock detector started, interval {n}s", "job {uuid} finished successfully", "closing connection to {ip}:{port}",
             "configuration error-page=/error.html loaded", "OOMKilled=false restarts=0 pod shop-{hex}",
             "sent mail to {name}@acme.example about order {n}", "batch {n} exited with code 0 after {n}s",
             "order {n} was rejected by customer {name}", "Failed=0 Skipped=2 Passed={n}", "audit: login failures for {name}: 0"],
    "DEBUG": ["trying {ip}:{port}: connection refused is retried by policy", "parsed {n} rows, {n} errors tolerated",
              "timeout set to {n}ms", "select * from errors where id = {n}", "stack depth {n}"],
    "WARN": ["slow query took {n}ms", "connection to {ip}:{port} refused, retrying in {n}s", "cache miss rate {n}%",
             "deprecated endpoint /v1/orders called by {name}", "queue depth {n} above mark",
             "attempt 2 of 5 for order {n} failed, will retry", "request /orders/{n} took {n}ms"],
}
CAUSES = {
    "gateway": ("ERROR", "payment gateway timed out after {n}ms for order {n}"),
    "stock": ("ERROR", "cannot reserve stock for sku {sku}: warehouse {n} answered 503"),
    "ledger": ("ERROR", "ledger {uuid} is out of balance by {n}.{n}"),
    "disk": ("ERROR", "could not write /var/lib/shop/{hex}.idx: no space left on device"),
    "address": ("ERROR", "customer '{name}' has no address"),
    "certificate": ("WARN", "certificate has expired for host {ip}"),
    "oom": ("INFO", "container shop-{hex} terminated: OOMKilled"),
    "worker": ("INFO", "worker {n} exited with code 137"),
}
THROWS = ["key", "parse", "index", "chain"]


def fill(text, rng):
    while "{" in text:
        at = text.index("{")
        end = text.index("}", at)
        value = {"n": lambda: str(rng.randrange(1, 9000)), "name": lambda: rng.choice(NAMES),
                 "ip": lambda: ".".join(str(rng.randrange(1, 255)) for _ in range(4)), "port": lambda: str(rng.randrange(1024, 65000)),
                 "hex": lambda: "%08x" % rng.getrandbits(32), "uuid": lambda: str(uuid.UUID(int=rng.getrandbits(128))),
                 "sku": lambda: "SKU-%04d" % rng.randrange(10000)}[text[at + 1:end]]()
        text = text[:at] + value + text[end + 1:]
    return text


def events(seed, size, throws):
    rng = random.Random(seed)
    for _ in range(size):
        dice = rng.random()
        if dice < 0.12 and throws:
            what = rng.choice(THROWS)
            yield f"throw-{what}\tthrow\t{what}:{rng.choice(NAMES)}{rng.randrange(100)}"
        elif dice < 0.24:
            cause = rng.choice(list(CAUSES))
            yield f"{cause}\t{CAUSES[cause][0]}\t{fill(CAUSES[cause][1], rng)}"
        else:
            level = rng.choices(["INFO", "DEBUG", "WARN"], [7, 1, 2])[0]
            yield f"-\t{level}\t{fill(rng.choice(NOISE[level]), rng)}"


def run(command, text="", **more):
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120,
                          **more).stdout


def split(output):
    """Lines and labels of an output in which each log call announces its label."""
    label, lines, labels = "-", [], []
    for line in output.split("\n"):
        at = line.find("@@ ")
        if at >= 0:
            label = line[at + 3:].strip()
            line = line[:at]
            if not line:
                continue
        lines.append(line)
        labels.append(label if line.strip() else "-")
    while lines and not lines[-1]:
        lines.pop(), labels.pop()
    return lines, labels


def clean(line):
    return line.replace(str(PROGRAMS), "/srv/shop").replace(str(pathlib.Path.home()), "/home/shop").replace(TMP, "/srv/build")


def write(folder, name, lines, labels):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.log").write_text("".join(clean(line) + "\n" for line in lines))
    (folder / f"{name}.labels").write_text("".join(label + "\n" for label in labels))
    print(f"{name}: {len(lines)} lines, {sum(l != '-' for l in labels)} labelled")


def log4j(pattern):
    path = pathlib.Path(TMP) / f"log4j{abs(hash(pattern))}.properties"
    path.write_text("appender.out.type=Console\nappender.out.name=out\nappender.out.layout.type=PatternLayout\n"
                    f"appender.out.layout.pattern={pattern}\nrootLogger.level=debug\nrootLogger.appenderRef.out.ref=out\n")
    jars = ":".join(str(sorted(M2.glob(f"{a}/*/{a}-*.jar"))[-1]) for a in ("log4j-api", "log4j-core"))
    return ["java", f"-Dlog4j2.configurationFile={path}", "-cp", jars, str(PROGRAMS / "Shop.java")]


def built(name, *command):
    target = os.path.join(TMP, name)
    subprocess.run([part.replace("@", target) for part in command], check=True, env={**os.environ, "GO111MODULE": "off"})
    return target


def interleaved(lines, labels, seed):
    """Lines of another thread fall between the lines of traces."""
    rng = random.Random(seed)
    out, marks = [], []
    for line, label in zip(lines, labels):
        out.append(line), marks.append(label)
        if line.startswith("\tat ") and rng.random() < 0.3:
            out.append("2026-11-21 10:00:00.000 INFO  [http-9] c.a.s.Other - " + fill("request GET /orders/{n} 200 in {n}ms", rng))
            marks.append("-")
    return out, marks


def main():
    def text(seed, size=230, throws=True):
        return "\n".join(events(seed, size, throws)) + "\n"

    jobs = {
        "java-logback": lambda: run(log4j("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%t] %c{1.} - %m%n"), text(1)),
        "java-spring": lambda: run(log4j("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p 17 --- [shop] [%15.15t] %-40.40c{1.} : %m%n"), text(2)),
        "java-jul": lambda: run(["java", str(PROGRAMS / "JulShop.java")], text(3)),
        "python-plain": lambda: run(["python3", str(PROGRAMS / "shop.py"), "plain"], text(4)),
        "python-dashes": lambda: run(["python3", str(PROGRAMS / "shop.py"), "dashes"], text(5)),
        "python-basic": lambda: run(["python3", str(PROGRAMS / "shop.py"), "basic"], text(6)),
        "python-gunicorn": lambda: run(["python3", str(PROGRAMS / "shop.py"), "brackets"], text(7)),
        "python-json": lambda: run(["python3", str(PROGRAMS / "shop.py"), "json"], text(8)),
        "node-pino": lambda: run(["node", str(PROGRAMS / "shop.js"), "pino"], text(9)),
        "node-winston": lambda: run(["node", str(PROGRAMS / "shop.js"), "winston"], text(10)),
        "node-console": lambda: run(["node", str(PROGRAMS / "shop.js"), "console"], text(11)),
        "ruby-logger": lambda: run(["ruby", str(PROGRAMS / "shop.rb")], text(12)) + run(["ruby", str(PROGRAMS / "shop.rb"), "crash"]),
        "php-monolog": lambda: run(["php", "-d", "display_errors=stderr", "-d", "log_errors=0", str(PROGRAMS / "shop.php")], text(13))
        + run(["php", "-d", "log_errors=1", "-d", "display_errors=0", str(PROGRAMS / "shop.php"), "crash"]),
        "perl-columns": lambda: run(["perl", str(PROGRAMS / "shop.pl")], text(14)),
    }
    go = lambda: built("shopgo", "go", "build", "-o", "@", str(PROGRAMS / "shop.go"))
    for number, layout in enumerate(("logfmt", "std", "tabs", "klog")):
        jobs[f"go-{layout}"] = lambda layout=layout, number=number: (
            run([go(), layout], text(20 + number)) + run([go(), layout, "crash"]))
    jobs["rust-env-logger"] = lambda: run([built("shoprs", "rustc", "-g", "-o", "@", str(PROGRAMS / "shop.rs"))], text(30),
                                          env={**os.environ, "RUST_BACKTRACE": "1"})
    cs = lambda: built("shopcs.exe", "mcs", "-debug", "-out:@", str(PROGRAMS / "Shop.cs"))
    jobs["dotnet-console"] = lambda: run(["mono", "--debug", cs(), "console"], text(31))
    jobs["dotnet-serilog"] = lambda: run(["mono", "--debug", cs(), "serilog"], text(32))
    jobs["c-syslog"] = lambda: run([built("shopc", "gcc", "-o", "@", str(PROGRAMS / "shop.c"))], text(33, throws=False))
    made = {}
    for name, job in jobs.items():
        try:
            made[name] = split(job())
            write(OUT, name, *made[name])
        except (OSError, subprocess.SubprocessError, IndexError) as error:
            print(f"{name}: left as it is ({error})", file=sys.stderr)
    # The same lines as other things carry them.
    if "python-plain" in made:
        lines, labels = made["python-plain"]
        write(OUT, "carried-kubernetes", ["2026-11-21T10:00:00.123456789Z stdout F " + line for line in lines], labels)
    if "go-std" in made:
        lines, labels = made["go-std"]
        write(OUT, "carried-compose", ["shop-web-1  | " + line for line in lines], labels)
    if "java-logback" in made:
        write(OUT, "java-interleaved", *interleaved(*made["java-logback"], 40))


TMP = tempfile.mkdtemp()
try:
    main()
finally:
    shutil.rmtree(TMP)
