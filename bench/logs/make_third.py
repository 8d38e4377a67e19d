#!/usr/bin/env python3
"""Makes third/: the first part by running the programs of programs/third, the rest transcribed from what such services
write. It was written in one go, with layouts, words and innocent lines that nothing had been tuned on, before the
detection was run on it once; third-first-sight.txt holds what that run gave. Needs python3, node, java, go, ruby, rustc."""
import json, pathlib, random, re, shutil, subprocess, tempfile

HERE = pathlib.Path(__file__).resolve().parent
OUT, PROGRAMS = HERE / "third", HERE / "programs/third"
HEX = "0123456789abcdef"

# Of what a program prints: the line that tells of a cause, as a pattern; all other lines are normal or belong to it.
RUN = {
    "pool-py": (["python3", "pool.py"], [
        (r"Exception in thread consumer-", "price"), (r"ERROR pricing.feed .*rates for feed", "rates"),
        (r"^RuntimeError: feed file is broken", "file"), (r"CRITICAL pricing.feed", "quota")]),
    "loop-py": (["python3", "loop.py"], [
        (r"ERROR:asyncio:Task exception was never retrieved", "upstream"), (r"ERROR:asyncio:Exception in callback", "timer"),
        (r"ERROR:gateway:order \d+ could not", "total"), (r"ERROR:gateway:payment provider", "payment")]),
    "pool-js": (["node", "pool.js"], [
        (r"^worker \d+ died", "blocks"), (r"^Unhandled rejection:", "widget"), (r"^QuotaError: tenant", "quota"),
        (r"^no cdn took the page", "cdn")]),
    "pools-java": (["java", "-Xss256k", "Pools.java"], [
        (r'^Exception in thread "pool-\d+-thread-1" java.lang.NullPointerException', "total"),
        (r'^Exception in thread "pool-\d+-thread-1" java.lang.StackOverflowError', "depth"),
        (r"^java.util.concurrent.CompletionException", "index"), (r"^java.lang.IllegalStateException: till", "till")]),
    "serve-go": (["go", "run", "serve.go"], [
        (r"panic serving .*nil map", "nilmap"), (r"panic serving .*index out of range", "index"),
        (r"ERROR: could not load", "load"), (r"^panic: runtime error", "fatal")]),
    "jobs-rb": (["ruby", "jobs.rb"], [
        (r"WARN: KeyError", "key"), (r"WARN: NoMethodError", "lines"), (r"Rack app .*ENOSPC", "space")]),
    "feed-rs": (["sh", "-c", "rustc -O -o $0/feed feed.rs 2>/dev/null && exec $0/feed"], [
        (r"^thread 'pricer-", "price"), (r"called `Result::unwrap", "parse"), (r"ledger does not balance", "ledger"),
        (r"^Error: Os", "config")]),
}


def run(name, command, causes):
    if shutil.which(command[0]) is None:
        return print("no", command[0], "for", name)
    with tempfile.TemporaryDirectory() as scratch:
        given = command + [scratch] if command[0] == "sh" else command
        done = subprocess.run(given, cwd=PROGRAMS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        text = done.stdout.replace(scratch, "/srv/build").replace(str(PROGRAMS), "/srv/app")
    lines = re.sub(r"/(root|home/\w+)/\.?[\w./-]*?(?=/lib|/library|/src)", "/usr/local", text).splitlines()
    label = []
    for line in lines:
        hit = next((cause for pattern, cause in causes if re.search(pattern, line)), "-")
        label.append(hit)
    write(name, zip(lines, label))


def write(name, rows):
    rows = list(rows)
    OUT.mkdir(exist_ok=True)
    (OUT / f"{name}.log").write_text("".join(line + "\n" for line, _ in rows))
    (OUT / f"{name}.labels").write_text("".join(label + "\n" for _, label in rows))


class Clock:
    def __init__(self, seed):
        self.rng, self.now = random.Random(seed), 36000.0

    def tick(self):
        self.now += self.rng.random() * 4
        return "%02d:%02d:%02d" % (self.now // 3600 % 24, self.now // 60 % 60, self.now % 60), "%03d" % (self.now % 1 * 1000)

    def n(self, most=9000):
        return self.rng.randrange(1, most)

    def hex(self, size=8):
        return "".join(self.rng.choice(HEX) for _ in range(size))

    def of(self, *choices):
        return self.rng.choice(choices)

    def fill(self, text):
        return re.sub(r"<(n|hex|ip|who|uuid)>", lambda m: {
            "n": lambda: str(self.n()), "hex": lambda: self.hex(), "who": lambda: self.of("kim", "lee", "max", "noa", "sam"),
            "ip": lambda: "10.%d.%d.%d" % (self.n(255), self.n(255), self.n(255)),
            "uuid": lambda: "-".join(self.hex(s) for s in (8, 4, 4, 4, 12))}[m.group(1)](), text)


def mixed(name, seed, normal, causes, head, size=240, share=0.25):
    """head: (clock, level or tag, text) -> the first line; an entry is (level, text, [lines that follow])."""
    clock, rows = Clock(seed), []
    for _ in range(size):
        failed = clock.rng.random() < share
        cause, (level, text, *more) = clock.of(*causes.items()) if failed else ("-", clock.of(*normal))
        rows += [(line, cause) for line in head(clock, level, clock.fill(text)).split("\n")]
        for line in (more[0] if more else []):
            rows.append((clock.fill(line), cause))
    write(name, rows)


def java(top, *frames, cause=None):
    lines = [top] + ["\tat " + f for f in frames] + [
        "\tat org.springframework.web.servlet.FrameworkServlet.service(FrameworkServlet.java:885)",
        "\tat org.apache.tomcat.util.threads.TaskThread$WrappingRunnable.run(TaskThread.java:63)",
        "\tat java.base/java.lang.Thread.run(Thread.java:840)"]
    return lines + (["Caused by: " + cause[0]] + ["\tat " + f for f in cause[1:]] + ["\t... 41 common frames omitted"] if cause else [])


def spring():
    def head(c, level, text):
        t, ms = c.tick()
        logger, text = text.split("|", 1)
        return f"2026-11-21T{t}.{ms}+01:00 {level:>5} 1 --- [billing] [{c.of('nio-8080-exec-' + str(c.n(9)), 'main', 'scheduling-1')}] {logger:<40} : {text}"
    mixed("spring3", 1, [
        ("INFO", "c.e.b.BillingApplication|Started BillingApplication in <n>.1 seconds (process running for 4.8)"),
        ("INFO", "o.s.b.w.embedded.tomcat.TomcatWebServer|Tomcat started on port 8080 (http) with context path '/'"),
        ("INFO", "c.e.b.InvoiceService|invoice <n> written, 0 errors"), ("INFO", "c.e.b.RetryTemplate|attempt 2 of 3 succeeded for order <n> after earlier failure"),
        ("WARN", "JpaBaseConfiguration$JpaWebConfiguration|spring.jpa.open-in-view is enabled by default. Therefore, database queries may be performed during view rendering."),
        ("WARN", ".w.s.m.s.DefaultHandlerExceptionResolver|Resolved [org.springframework.web.HttpRequestMethodNotSupportedException: Request method 'PUT' is not supported]"),
        ("DEBUG", "c.e.b.http.Client|request to tax office will be repeated", java("java.net.SocketTimeoutException: Read timed out", "c.e.b.http.Client.send(Client.java:51)".replace("c.e.b", "com.example.billing"))),
        ("INFO", "c.e.b.ErrorPageRegistrar|registered error page /error for status 500"), ("INFO", "com.zaxxer.hikari.HikariDataSource|HikariPool-1 - Start completed."),
        ("TRACE", "c.e.b.Audit|exceptionCount=0 failed=false user=<who>")], {
        "rate": ("ERROR", "o.a.c.c.C.[.[.[/].[dispatcherServlet]|Servlet.service() for servlet [dispatcherServlet] in context with path [] threw exception [Request processing failed: java.lang.ArithmeticException: / by zero] with root cause",
                 [""] + java("java.lang.ArithmeticException: / by zero", "com.example.billing.Rate.perUnit(Rate.java:33)", "com.example.billing.InvoiceController.show(InvoiceController.java:58)")),
        "lookup": ("ERROR", "c.e.b.InvoiceListener|listener for <uuid> gave up", java("org.springframework.kafka.listener.ListenerExecutionFailedException: Listener failed", "com.example.billing.InvoiceListener.on(InvoiceListener.java:29)", cause=("java.util.NoSuchElementException: No value present", "java.base/java.util.Optional.orElseThrow(Optional.java:382)", "com.example.billing.Customers.byId(Customers.java:17)"))),
        "scheduled": ("ERROR", "o.s.s.s.TaskUtils$LoggingErrorHandler|Unexpected error occurred in scheduled task", [""] + java("java.util.ConcurrentModificationException: null", "java.base/java.util.ArrayList$Itr.next(ArrayList.java:967)", "com.example.billing.Dunning.sweep(Dunning.java:71)")),
        "port": ("ERROR", "o.s.b.d.LoggingFailureAnalysisReporter|", ["", "***************************", "APPLICATION FAILED TO START", "***************************", "", "Description:", "", "Web server failed to start. Port 8080 was already in use.", "", "Action:", "", "Identify and stop the process that's listening on port 8080 or configure this application to listen on another port.", ""]),
        "tax": ("ERROR", "c.e.b.TaxClient|tax office refused declaration <n>: certificate of tenant <who> was revoked")}, head)


def pino():
    def head(c, level, text):
        c.tick()
        number = {"debug": 20, "info": 30, "warn": 40, "error": 50, "fatal": 60}[level]
        entry = {"level": number, "time": 1795255200000 + int(c.now * 1000), "pid": 18, "hostname": "web-7c9f", "reqId": "req-" + c.hex(2)}
        msg, _, err = text.partition("|")
        if err:
            kind, message, at = err.split("|")
            entry["err"] = {"type": kind, "message": message, "stack": f"{kind}: {message}\n    at {at}\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)"}
        elif level == "info" and c.n(3) == 1:
            entry.update(err=None, errors=0)
        entry["msg"] = msg
        return json.dumps(entry, separators=(",", ":"))
    mixed("pino-http", 2, [
        ("info", "request completed"), ("info", "incoming request"), ("info", "no error for <who>"), ("debug", "cache miss for /fail/<n>"),
        ("warn", "slow upstream, <n> ms"), ("debug", "socket hang up, trying again|Error|socket hang up|connResetException (node:internal/errors:720:14)"),
        ("info", "failed=0 retried=<n>"), ("info", "error handler attached")], {
        "user": ("error", "request errored|TypeError|Cannot read properties of undefined (reading 'email')|mailFor (/srv/app/dist/users.js:41:22)"),
        "json": ("error", "could not read the body|SyntaxError|Unexpected token < in JSON at position 0|parseBody (/srv/app/dist/body.js:12:10)"),
        "redis": ("fatal", "session store is gone: READONLY You can't write against a read only replica."),
        "limit": ("error", "tenant <who> was cut off after <n> requests")}, head)


def gunicorn():
    def head(c, level, text):
        t, _ = c.tick()
        if level == "access":
            return c.fill('<ip> - - [21/Nov/2026:') + t + f' +0000] "{text}" "-" "curl/8.5"'
        return f"[2026-11-21 {t} +0000] [{c.of(7, 8, 9)}] [{level}] {text}"
    trace = lambda last, *frames: ["Traceback (most recent call last):"] + [l for f in frames for l in (f'  File "{f[0]}", line {f[1]}, in {f[2]}', f"    {f[3]}")] + [last]
    mixed("gunicorn-django", 3, [
        ("access", "GET /errors/ HTTP/1.1\" 200 <n>"), ("access", "GET /cart/<n>/ HTTP/1.1\" 200 512"), ("access", "POST /fail-over/test HTTP/1.1\" 302 0"),
        ("INFO", "Booting worker with pid: <n>"), ("INFO", "Worker exiting (pid: <n>)"), ("INFO", "Handling signal: hup"), ("DEBUG", "Ignoring connection reset"), ("DEBUG", "Ignoring EPIPE"),
        ("INFO", "migrations applied, no errors"), ("WARNING", "Worker with pid <n> was slow to answer, waited 2 s")], {
        "boot": ("ERROR", "Exception in worker process", trace("ModuleNotFoundError: No module named 'shop.settings.prod'", ("/usr/lib/python3/dist-packages/gunicorn/arbiter.py", 608, "spawn_worker", "worker.init_process()"), ("/srv/shop/wsgi.py", 12, "<module>", "application = get_wsgi_application()"))),
        "timeout": ("CRITICAL", "WORKER TIMEOUT (pid:<n>)"),
        "view": ("ERROR", "Internal Server Error: /cart/<n>/", trace("django.db.utils.DataError: value too long for type character varying(40)", ("/usr/lib/python3/dist-packages/django/core/handlers/base.py", 197, "_get_response", "response = wrapped_callback(request)"), ("/srv/shop/cart/views.py", 88, "update", "line.save()"))),
        "memory": ("ERROR", "Worker (pid:<n>) was sent SIGKILL! Perhaps out of memory?"),
        "handle": ("ERROR", "Error handling request /pay/<n>", trace("AttributeError: 'NoneType' object has no attribute 'balance'", ("/srv/shop/pay/service.py", 61, "charge", "if account.balance < amount:")))}, head)


def slog():
    def head(c, level, text):
        t, ms = c.tick()
        msg, _, rest = text.partition("|")
        return f'time=2026-11-21T{t}.{ms}Z level={level} source=/src/cmd/depot/{c.of("main", "pick", "pack")}.go:{c.n(300)} msg="{msg}"' + (" " + rest if rest else "")
    mixed("slog-text", 4, [
        ("INFO", "order packed|order=<n> err=nil"), ("INFO", "batch finished|ok=<n> failed=0 errors=0"), ("DEBUG", "retry scheduled|err=\"i/o timeout\" attempt=1"),
        ("INFO", "recovered from earlier failure|after=<n>ms"), ("WARN", "shelf almost empty|shelf=<n>"), ("INFO", "panic button tested|ok=true")], {
        "scale": ("ERROR", "scale gives no weight|err=\"serial: port /dev/ttyS0 not found\" belt=<n>"),
        "label": ("ERROR", "label not printed|order=<n> err=\"dial tcp <ip>:9100: connect: no route to host\""),
        "route": ("ERROR", "no carrier for order|order=<n> country=<who>"),
        "audit": ("ERROR+4", "audit log cannot be written|err=\"write /var/log/depot/audit: read-only file system\"")}, head)


def kubelet():
    def head(c, level, text):
        t, ms = c.tick()
        file, text = text.split("|", 1)
        return f'{level}1121 {t}.{ms}{c.n(999):03d}    1204 {file}:{c.n(900)}] {text}'
    mixed("kubelet", 5, [
        ("I", "kubelet.go|\"SyncLoop (PLEG): event for pod\" pod=\"shop/cart-<hex>\" event={\"ID\":\"<hex>\",\"Type\":\"ContainerStarted\"}"),
        ("I", "scope.go|\"RemoveContainer\" containerID=\"<hex>\""), ("I", "prober.go|\"Probe succeeded\" failureCount=0 pod=\"shop/cart-<hex>\""),
        ("W", "manager.go|Cpu quota of pod <hex> is near its limit"), ("I", "eviction_manager.go|\"Eviction manager: no error, nothing to evict\""), ("I", "reconciler.go|\"Volume detached\" err=null volume=\"<hex>\"")], {
        "sync": ("E", "pod_workers.go|\"Error syncing pod, skipping\" err=\"failed to \\\"StartContainer\\\" for \\\"cart\\\" with CrashLoopBackOff: \\\"back-off 5m0s restarting failed container=cart pod=cart-<hex>_shop(<uuid>)\\\"\" pod=\"shop/cart-<hex>\""),
        "pull": ("E", "kuberuntime_image.go|\"Failed to pull image\" err=\"rpc error: code = NotFound desc = failed to resolve reference \\\"registry.local/cart:<n>\\\": not found\" image=\"registry.local/cart:<n>\""),
        "node": ("E", "kubelet_node_status.go|\"Unable to update node status\" err=\"update node status exceeds retry count\""),
        "mount": ("E", "nestedpendingoperations.go|Operation for \"{volumeName:kubernetes.io/secret/<hex>}\" failed. No retries permitted until 2026-11-21 12:00:00. Error: MountVolume.SetUp failed for volume \"tls\" : secret \"cart-tls\" not found")}, head)


def events():
    def head(c, level, text):
        reason, thing, message = text.split("|")
        return f"{c.of('12s', '3m4s', '58s', '7m', '2m (x4 over 9m)'):<18}{level:<10}{reason:<18}{thing:<34}{message}"
    mixed("kubectl-events", 6, [
        ("Normal", "Scheduled|pod/cart-<hex>|Successfully assigned shop/cart-<hex> to node-<n>"), ("Normal", "Pulled|pod/cart-<hex>|Container image \"cart:1\" already present on machine"),
        ("Normal", "Started|pod/cart-<hex>|Started container cart"), ("Normal", "Killing|pod/cart-<hex>|Stopping container cart"), ("Normal", "ScalingReplicaSet|deployment/cart|Scaled up replica set cart-<hex> to 3"),
        ("Normal", "SuccessfulCreate|replicaset/cart-<hex>|Created pod: cart-<hex>"), ("Normal", "Completed|job/failed-orders-report|Job completed")], {
        "oom": ("Warning", "OOMKilling|node/node-3|Memory cgroup out of memory: Killed process <n> (java) total-vm:<n>kB, anon-rss:<n>kB"),
        "backoff": ("Warning", "BackOff|pod/mail-<hex>|Back-off restarting failed container mail in pod mail-<hex>_shop(<uuid>)"),
        "schedule": ("Warning", "FailedScheduling|pod/search-<hex>|0/5 nodes are available: 5 Insufficient memory. preemption: 0/5 nodes are available."),
        "mount": ("Warning", "FailedMount|pod/pay-<hex>|MountVolume.SetUp failed for volume \"keys\" : configmap \"pay-keys\" not found"),
        "pull": ("Warning", "Failed|pod/web-<hex>|Failed to pull image \"web:<n>\": rpc error: code = Unknown desc = manifest unknown")}, head)


def journal():
    def head(c, level, text):
        t, _ = c.tick()
        return f"2026-11-21T{t}+0100 depot-{c.n(4)} {level}{text}"
    mixed("journal", 7, [
        ("systemd[1]: ", "Started Daily error report of the depot."), ("systemd[1]: ", "cart.service: Deactivated successfully."), ("systemd[1]: ", "Finished Rotate log files."),
        ("kernel: ", "usb 1-1: new high-speed USB device number <n> using xhci_hcd"), ("cart[812]: ", "checked <n> baskets, 0 failed"), ("CRON[4411]: ", "(root) CMD (run-parts /etc/cron.hourly)"),
        ("sshd[902]: ", "Accepted publickey for <who> from <ip> port <n> ssh2"), ("kernel: ", "EXT4-fs (sda1): mounted filesystem with ordered data mode. Errors: remount-ro."), ("NetworkManager[501]: ", "<info>  [1795.1] dhcp4 (eth0): state changed, no error"),
        ("chronyd[377]: ", "Selected source <ip>")], {
        "segv": ("kernel: ", "scand[<n>]: segfault at 18 ip 00005581<hex> sp 00007ffd<hex> error 4 in scand[5581c0a00000+9000]"),
        "oom": ("kernel: ", "Out of memory: Killed process <n> (java) total-vm:<n>kB, anon-rss:<n>kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:<n>kB oom_score_adj:0"),
        "unit": ("systemd[1]: ", "mailer.service: Failed with result 'exit-code'."),
        "start": ("systemd[1]: ", "Failed to start Label printer of belt <n>."),
        "io": ("kernel: ", "blk_update_request: I/O error, dev sdb, sector <n> op 0x0:(READ) flags 0x0 phys_seg 1 prio class 0"),
        "dump": ("systemd-coredump[771]: ", "Process <n> (scand) of user 0 dumped core.")}, head)


def postgres():
    def head(c, level, text):
        t, ms = c.tick()
        return f"2026-11-21 {t}.{ms} CET [{c.n()}] {c.of('depot@stock', 'web@shop', '@')} {level}:  {text}"
    mixed("postgres15", 8, [
        ("LOG", "checkpoint complete: wrote <n> buffers (0.1%); 0 WAL file(s) added"), ("LOG", "duration: <n>.3 ms  statement: SELECT * FROM errors WHERE failed"), ("LOG", "database system is ready to accept connections"),
        ("LOG", "automatic vacuum of table \"shop.public.error_log\": index scans: 0"), ("LOG", "connection received: host=<ip> port=<n>"), ("NOTICE", "relation \"errors\" already exists, skipping"),
        ("LOG", "disconnection: session time: 0:00:01.1 user=web database=shop"), ("WARNING", "there is already a transaction in progress")], {
        "unique": ("ERROR", "duplicate key value violates unique constraint \"orders_pkey\"", ["\tDETAIL:  Key (id)=(<n>) already exists."]),
        "column": ("ERROR", "column \"totl\" does not exist at character 8", []),
        "deadlock": ("ERROR", "deadlock detected", []),
        "slots": ("FATAL", "sorry, too many clients already"),
        "disk": ("PANIC", "could not write to file \"pg_wal/xlogtemp.<n>\": No space left on device"),
        "cancel": ("ERROR", "canceling statement due to statement timeout")}, head)


def apache():
    def head(c, level, text):
        t, ms = c.tick()
        module, text = text.split("|", 1)
        return f"[Sat Nov 21 {t}.{ms}112 2026] [{module}:{level}] [pid {c.n()}:tid 1405{c.n()}] " + c.fill("[client <ip>:<n>] ") + text
    mixed("apache24", 9, [
        ("notice", "mpm_event|AH00489: Apache/2.4.57 (Debian) configured -- resuming normal operations"), ("notice", "core|AH00094: Command line: '/usr/sbin/apache2'"), ("info", "ssl|AH01914: Configuring server shop.example:443 for SSL protocol, no errors"),
        ("warn", "ssl|AH01909: shop.example:443:0 server certificate does NOT include an ID which matches the server name"), ("debug", "proxy|AH00924: worker fcgi://app shared already initialized, error_override=Off"),
        ("info", "authz_core|AH01626: authorization result of Require all granted: granted")], {
        "php": ("error", "proxy_fcgi|AH01071: Got error 'PHP message: PHP Fatal error:  Uncaught Error: Call to a member function total() on null in /srv/shop/cart.php:41'"),
        "proxy": ("error", "proxy|(111)Connection refused: AH00957: HTTP: attempt to connect to <ip>:8080 (backend) failed"),
        "script": ("error", "php|PHP Warning:  Undefined array key \"sku\" in /srv/shop/list.php on line 12"),
        "child": ("crit", "core|AH00111: Config variable ${SHOP_HOME} is not defined, giving up"),
        "segv": ("notice", "core|AH00051: child pid <n> exit signal Segmentation fault (11), possible coredump in /etc/apache2")}, head)


def laravel():
    def head(c, level, text):
        t, _ = c.tick()
        return f"[2026-11-21 {t}] production.{level}: {text}"
    stack = lambda *frames: ["[stacktrace]"] + [f"#{i} {f}" for i, f in enumerate(frames)] + [f"#{len(frames)} {{main}}", '"} ']
    mixed("laravel", 10, [
        ("INFO", "order <n> sent to <who> {\"errors\":[],\"failed\":false} "), ("DEBUG", "cache exception list is empty  "), ("INFO", "queue drained, 0 failed jobs  "),
        ("WARNING", "mail to <who> delayed, next try in 60 s  "), ("NOTICE", "login of <who> from <ip>  "), ("INFO", "exception handler booted  ")], {
        "query": ("ERROR", "SQLSTATE[42S02]: Base table or view not found: 1146 Table 'shop.cupons' doesn't exist (SQL: select * from `cupons` where `id` = <n>) {\"exception\":\"[object] (Illuminate\\\\Database\\\\QueryException(code: 42S02): SQLSTATE[42S02] at /srv/app/vendor/laravel/framework/src/Illuminate/Database/Connection.php:760)",
                  stack("/srv/app/vendor/laravel/framework/src/Illuminate/Database/Connection.php(720): Illuminate\\Database\\Connection->runQueryCallback()", "/srv/app/app/Http/Controllers/CouponController.php(33): App\\Models\\Coupon::find(7)")),
        "null": ("ERROR", "Attempt to read property \"name\" on null {\"userId\":<n>,\"exception\":\"[object] (ErrorException(code: 0): Attempt to read property \\\"name\\\" on null at /srv/app/app/Mail/Receipt.php:27)",
                 stack("/srv/app/app/Mail/Receipt.php(27): Illuminate\\Foundation\\Bootstrap\\HandleExceptions->handleError()", "/srv/app/app/Jobs/SendReceipt.php(19): App\\Mail\\Receipt->build()")),
        "gateway": ("CRITICAL", "payment gateway answered with an empty body for order <n>  "),
        "lock": ("ALERT", "two schedulers hold the lock  ")}, head)


def dotnet():
    def head(c, level, text):
        logger, _, text = text.partition("|")
        return f"{level}: {logger}[{c.of(0, 14, 20, 13)}]\n      {text}"
    trace = lambda kind, *frames: ["      " + kind] + ["         at " + f for f in frames]
    mixed("dotnet8", 11, [
        ("info", "Microsoft.Hosting.Lifetime|Now listening on: http://[::]:8080"), ("info", "Microsoft.Hosting.Lifetime|Application started. Press Ctrl+C to shut down."), ("info", "Depot.Sync|0 errors, <n> rows"),
        ("warn", "Microsoft.AspNetCore.HttpsPolicy.HttpsRedirectionMiddleware|Failed to determine the https port for redirect."), ("dbug", "Depot.Http|Request was cancelled and is sent again", trace("System.Threading.Tasks.TaskCanceledException: A task was canceled.", "Depot.Http.Sender.SendAsync(Uri to) in /src/Depot/Http/Sender.cs:line 40")),
        ("info", "Microsoft.EntityFrameworkCore.Database.Command|Executed DbCommand (<n>ms) [Parameters=[], CommandType='Text', CommandTimeout='30']"), ("trce", "Depot.Audit|failed=False")], {
        "null": ("fail", "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware|An unhandled exception has occurred while executing the request.", trace("System.NullReferenceException: Object reference not set to an instance of an object.", "Depot.Pick.Planner.Next(Order order) in /src/Depot/Pick/Planner.cs:line 77", "Microsoft.AspNetCore.Mvc.Infrastructure.ControllerActionInvoker.InvokeInnerFilterAsync()")),
        "save": ("fail", "Microsoft.EntityFrameworkCore.Update|An exception occurred in the database while saving changes for context type 'Depot.Db'.", trace("Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException: The database operation was expected to affect 1 row(s), but actually affected 0 row(s)", "Microsoft.EntityFrameworkCore.Update.AffectedCountModificationCommandBatch.ThrowAggregateUpdateConcurrencyException()", "Depot.Stock.Book(Int32 id) in /src/Depot/Stock.cs:line 19")),
        "host": ("crit", "Microsoft.Extensions.Hosting.Internal.Host|BackgroundService failed", trace("System.IO.IOException: No space left on device : '/data/out.bin'", "Depot.Export.Writer.Flush() in /src/Depot/Export/Writer.cs:line 8")),
        "belt": ("fail", "Depot.Belt|belt <n> does not move")}, head)


def otp():
    def head(c, level, text):
        t, ms = c.tick()
        if level in ("error", "info", "warning", "notice", "debug"):
            return f"{t}.{ms} [{level}] {text}"
        return f"={level}==== 21-Nov-2026::{t}.{ms}112 ===" + ("\n" + text if text else "")
    mixed("otp", 12, [
        ("info", "GET /errors"), ("info", "Sent 200 in <n>ms"), ("debug", "QUERY OK source=\"orders\" db=1.2ms"), ("PROGRESS REPORT", "", ["    supervisor: {local,depot_sup}", "    started: [{pid,<0.<n>.0>},{id,stock}]"]),
        ("notice", "Application depot exited: :stopped"), ("INFO REPORT", "    alarm_handler: {clear,disk_full}"), ("warning", "shelf <n> is almost empty")], {
        "genserver": ("error", "GenServer {Depot.Registry, <n>} terminating", ["** (KeyError) key :price not found in: %{sku: <n>}", "    (depot 1.2.0) lib/depot/price.ex:21: Depot.Price.of/1", "    (stdlib 5.0) gen_server.erl:1113: :gen_server.try_handle_call/4", "Last message (from #PID<0.<n>.0>): {:price, <n>}", "State: %{open: true}"]),
        "task": ("error", "Task #PID<0.<n>.0> started from Depot.Sup terminating", ["** (MatchError) no match of right hand side value: {:error, :enoent}", "    (depot 1.2.0) lib/depot/import.ex:9: Depot.Import.read/1", "    (elixir 1.15.0) lib/task/supervised.ex:101: Task.Supervised.invoke_mfa/2"]),
        "crash": ("CRASH REPORT", "  crasher:", ["    initial call: stock_srv:init/1", "    pid: <0.<n>.0>", "    registered_name: stock_srv", "    exception error: no function clause matching stock_srv:take(<n>) (stock_srv.erl, line 88)", "      in function  gen_server:try_handle_call/4 (gen_server.erl, line 661)", "    ancestors: [depot_sup,<0.90.0>]"]),
        "sup": ("SUPERVISOR REPORT", "    supervisor: {local,belt_sup}", ["    errorContext: child_terminated", "    reason: noproc", "    offender: [{pid,<0.<n>.0>},{id,belt},{restart_type,permanent}]"]),
        "pool": ("error", "Postgrex.Protocol (#PID<0.<n>.0>) disconnected: ** (DBConnection.ConnectionError) tcp recv: closed")}, head)


def redis():
    def head(c, level, text):
        t, ms = c.tick()
        return f"1:{c.of('M', 'M', 'C', 'S')} 21 Nov 2026 {t}.{ms} {level} {text}"
    mixed("redis7", 13, [
        ("*", "Background saving started by pid <n>"), ("*", "DB saved on disk"), ("-", "Accepted <ip>:<n>"), ("*", "<n> changes in 60 seconds. Saving..."), ("*", "MASTER <-> REPLICA sync: Finished with success"),
        (".", "DB 0: <n> keys (0 volatile) in 8192 slots HT."), ("#", "WARNING overcommit_memory must be enabled! Without it, a background save or replication may not work."), ("*", "RDB: no error while loading")], {
        "save": ("#", "Can't save in background: fork: Cannot allocate memory"), "bgsave": ("#", "Background saving error"),
        "disk": ("#", "Error writing to the AOF file: No space left on device"), "master": ("#", "Error condition on socket for SYNC: Connection refused"),
        "misconf": ("#", "MISCONF Errors writing to the AOF file: No space left on device")}, head)


def aws():
    def head(c, level, text):
        t, ms = c.tick()
        if level == "plain":
            return text
        return f"[{level}]\t2026-11-21T{t}.{ms}Z\t{c.fill('<uuid>')}\t{text}"
    mixed("lambda", 14, [
        ("plain", "START RequestId: <uuid> Version: $LATEST"), ("plain", "END RequestId: <uuid>"), ("plain", "REPORT RequestId: <uuid>\tDuration: <n>.20 ms\tBilled Duration: <n> ms\tMemory Size: 256 MB\tMax Memory Used: 90 MB\t"),
        ("INFO", "stored <n> thumbnails, 0 failures"), ("INFO", "retry of upload succeeded"), ("WARNING", "image <n> has no color profile"), ("DEBUG", "ignored error: already deleted"), ("plain", "INIT_START Runtime Version: python:3.11.v44")], {
        "key": ("plain", "[ERROR] KeyError: 'bucket'", ["Traceback (most recent call last):", "  File \"/var/task/handler.py\", line 31, in handle", "    name = event['bucket']"]),
        "timeout": ("plain", "2026-11-21T10:05:00.123Z <uuid> Task timed out after 3.00 seconds"),
        "import": ("plain", "[ERROR] Runtime.ImportModuleError: Unable to import module 'handler': No module named 'PIL'"),
        "upload": ("ERROR", "could not store thumbnail of <hex>"),
        "exit": ("plain", "RequestId: <uuid> Error: Runtime exited with error: signal: killed")}, head)


def akka():
    def head(c, level, text):
        t, ms = c.tick()
        who, text = text.split("|", 1)
        return f"[{level}] [11/21/2026 {t}.{ms}] [depot-akka.actor.default-dispatcher-{c.n(20)}] [akka://depot/user/{who}] {text}"
    scala = lambda top, *frames: [top] + ["\tat " + f for f in frames] + ["\tat akka.actor.ActorCell.invoke(ActorCell.scala:547)", "\tat java.base/java.util.concurrent.ForkJoinWorkerThread.run(ForkJoinWorkerThread.java:165)"]
    mixed("akka", 15, [
        ("INFO", "stock|snapshot <n> taken, errors: 0"), ("DEBUG", "belt|received handled message Tick"), ("INFO", "guard|restarting after failure is set to 3 times"), ("WARN", "mailbox|mailbox holds <n> messages"), ("INFO", "cluster|node <ip> is up again after failed gossip"), ("DEBUG", "errors|no dead letters")], {
        "match": ("ERROR", "stock|Unknown(<n>) (of class depot.Unknown)", scala("scala.MatchError: Unknown(4) (of class depot.Unknown)", "depot.Stock$$anonfun$receive$1.applyOrElse(Stock.scala:44)")),
        "timeout": ("ERROR", "web|Ask timed out on [Actor[akka://depot/user/stock#<n>]] after [3000 ms].", scala("akka.pattern.AskTimeoutException: Ask timed out on [Actor[akka://depot/user/stock#1]]", "depot.Web.$anonfun$price$2(Web.scala:71)")),
        "option": ("ERROR", "price|None.get", scala("java.util.NoSuchElementException: None.get", "scala.None$.get(Option.scala:627)", "depot.Price.of(Price.scala:18)")),
        "journal": ("ERROR", "journal|Failed to persist event type [depot.Taken] with sequence number [<n>] for persistenceId [<hex>].")}, head)


def winston():
    def head(c, level, text):
        t, ms = c.tick()
        colour = {"error": 31, "warn": 33, "info": 32, "debug": 34}[level]
        return f"2026-11-21 {t}:{ms} \x1b[{colour}m{level}\x1b[39m: {text}"
    stack = lambda top, *frames: ["    at " + f for f in frames]
    mixed("winston-colour", 16, [
        ("info", "listening on <n>"), ("info", "\x1b[32m0 errors\x1b[39m in <n> rules"), ("debug", "error middleware is last"), ("warn", "token of <who> expires soon"), ("info", "rolled over after failure of node <n>, all good"), ("debug", "fail-fast=false")], {
        "lookup": ("error", "Cannot read properties of null (reading 'id') TypeError: Cannot read properties of null (reading 'id')", stack("", "Carts.find (/srv/app/src/carts.js:18:20)", "Layer.handle [as handle_request] (/srv/app/node_modules/express/lib/router/layer.js:95:5)")),
        "mongo": ("error", "MongoServerError: E11000 duplicate key error collection: shop.carts index: _id_ dup key: { _id: \"<hex>\" }", stack("", "InsertOneOperation.execute (/srv/app/node_modules/mongodb/lib/operations/insert.js:45:19)", "Carts.add (/srv/app/src/carts.js:40:5)")),
        "mail": ("error", "mail to <who> bounced: 550 no such user"), "socket": ("error", "read ECONNRESET")}, head)


def gc():
    def head(c, level, text):
        c.tick()
        return f"[{c.now - 36000:.3f}s][{level:<7}][{text.split('|')[0]}] " + text.split("|", 1)[1]
    mixed("jvm-unified", 17, [
        ("info", "gc|GC(<n>) Pause Young (Normal) (G1 Evacuation Pause) 24M->8M(256M) 3.214ms"), ("info", "gc,heap|GC(<n>) Eden regions: 12->0(14)"), ("info", "safepoint|Safepoint \"Cleanup\", Time since last: <n> ns"), ("warning", "gc|GC(<n>) To-space is getting small"), ("debug", "gc,ergo|GC(<n>) Do not request concurrent cycle, failed=0")], {
        "heap": ("error", "gc|java.lang.OutOfMemoryError: Java heap space", ["Dumping heap to /srv/dump/java_pid<n>.hprof ...", "Terminating due to java.lang.OutOfMemoryError: Java heap space"]),
        "thread": ("warning", "os,thread|Failed to start thread \"Unknown thread\" with pthread_create (EAGAIN) for attributes: stacksize: 1024k, guardsize: 0k, detached.")}, head, share=0.12)


def caddy():
    def head(c, level, text):
        c.tick()
        logger, msg, *rest = text.split("|")
        entry = {"level": level, "ts": 1795255200 + round(c.now, 3), "logger": logger, "msg": msg}
        entry.update(json.loads(rest[0]) if rest else {"status": 200, "errors": []})
        return json.dumps(entry, separators=(",", ":"))
    mixed("caddy-json", 18, [
        ("info", "http.log.access|handled request"), ("info", "tls|certificate obtained successfully"), ("warn", "http.reverse_proxy|upstream is slow|{\"duration\":<n>}"), ("debug", "http.handlers|error page matched|{\"error\":\"\",\"status\":404}"),
        ("info", "admin|config is unchanged"), ("info", "http.log.access|handled request|{\"uri\":\"/errors?failed=1\",\"status\":200}")], {
        "dial": ("error", "http.log.error|dial tcp <ip>:8080: connect: connection refused|{\"status\":502,\"err_id\":\"<hex>\",\"err_trace\":\"reverseproxy.statusError (reverseproxy.go:1299)\"}"),
        "acme": ("error", "tls.obtain|could not get certificate from issuer|{\"identifier\":\"shop.example\",\"issuer\":\"acme-v02\",\"error\":\"HTTP 429 urn:ietf:params:acme:error:rateLimited\"}"),
        "panic": ("panic", "http.handlers.panic|runtime error: slice bounds out of range|{\"status\":500}"),
        "file": ("error", "http.log.error|template: /index.html:<n>: function \\\"cart\\\" not defined|{\"status\":500}".replace('\\"', '\\"'))}, head)


if __name__ == "__main__":
    for name, (command, causes) in RUN.items():
        run(name, command, causes)
    for make in (spring, pino, gunicorn, slog, kubelet, events, journal, postgres, apache, laravel, dotnet, otp, redis, aws, akka,
                 winston, gc, caddy):
        make()
