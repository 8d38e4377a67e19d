#!/usr/bin/env python3
"""Makes fourth/: transcribed from what such systems write, with layouts and failures that none of the other corpora has.
Written in one go and labelled before the detection was run on it once; fourth-first-sight.txt holds what that run gave."""
import json, pathlib

import make_third
from make_third import Clock

OUT = pathlib.Path(__file__).resolve().parent / "fourth"


def write(name, rows):
    OUT.mkdir(exist_ok=True)
    (OUT / f"{name}.log").write_text("".join(line + "\n" for line, _ in rows))
    (OUT / f"{name}.labels").write_text("".join(label + "\n" for _, label in rows))


def scene(name, seed, normal, causes, head, size=70, share=0.25, storm=""):
    """As make_third.mixed; {@code storm} is a cause that comes thirty times in a row somewhere."""
    clock, rows = Clock(seed), []
    queue = []
    for at in range(size):
        if at == size // 2 and storm:
            queue += [storm] * 30
        queue.append(clock.of(*causes) if clock.rng.random() < share else "-")
    for cause in queue:
        level, text, *more = causes[cause] if cause != "-" else clock.of(*normal)
        rows += [(line, cause) for line in head(clock, level, clock.fill(text)).split("\n")]
        rows += [(clock.fill(line), cause) for line in (more[0] if more else [])]
    write(name, rows)


def at(*frames):
    return ["\tat " + frame for frame in frames]


def kafka():
    def head(c, level, text):
        t, ms = c.tick()
        text, _, logger = text.partition(" ## ")
        return f"[2026-11-21 {t},{ms}] {level} {text} ({logger})"
    scene("kafka-broker", 101, [
        ("INFO", "[GroupCoordinator 1]: Preparing to rebalance group billing in state PreparingRebalance with old generation <n> (reason: removing member on LeaveGroup) ## kafka.coordinator.group.GroupCoordinator"),
        ("INFO", "[Log partition=orders-<n>, dir=/data/kafka] Rolled new log segment at offset <n> in 2 ms. ## kafka.log.Log"),
        ("INFO", "[LogCleaner] Cleaner 0: 0 errors while cleaning __consumer_offsets-<n> ## kafka.log.LogCleaner"),
        ("WARN", "[RequestSendThread controllerId=1] Controller 1's connection to broker <ip>:9092 was unsuccessful ## kafka.controller.RequestSendThread"),
        ("INFO", "[ReplicaFetcher replicaId=1, leaderId=2] Retrying leaderEpoch request for partition errors-<n> as the leader reported an error: FENCED_LEADER_EPOCH ## kafka.server.ReplicaFetcherThread"),
        ("INFO", "Unable to read additional data from client, it probably closed the socket: address = /<ip>:<n>, session = 0x<hex> ## org.apache.zookeeper.server.NIOServerCnxn"),
        ("INFO", "[Transaction State Manager 1]: Completed loading transaction metadata, failed 0 ## kafka.coordinator.transaction.TransactionStateManager")], {
        "disk": ("ERROR", "Error while appending records to orders-<n> in dir /data/kafka ## kafka.server.LogDirFailureChannel", ["java.io.IOException: No space left on device"] + at("java.base/sun.nio.ch.FileDispatcherImpl.write0(Native Method)", "org.apache.kafka.common.record.MemoryRecords.writeFullyTo(MemoryRecords.java:92)", "kafka.log.LogSegment.append(LogSegment.scala:158)")),
        "dirs": ("ERROR", "Shutdown broker because all log dirs in /data/kafka have failed ## kafka.log.LogManager"),
        "fetch": ("ERROR", "[ReplicaFetcher replicaId=1, leaderId=3, fetcherId=0] Error for partition pay-<n> at offset <n> ## kafka.server.ReplicaFetcherThread", ["org.apache.kafka.common.errors.UnknownTopicOrPartitionException: This server does not host this topic-partition."]),
        "isr": ("ERROR", "[ReplicaManager broker=1] Error processing append operation on partition pay-<n> ## kafka.server.ReplicaManager", ["org.apache.kafka.common.errors.NotEnoughReplicasException: The size of the current ISR Set(1) is insufficient to satisfy the min.isr requirement of 2 for partition pay-<n>"]),
        "session": ("FATAL", "[KafkaServer id=1] Fatal error during KafkaServer startup. Prepare to shutdown ## kafka.server.KafkaServer", ["kafka.zookeeper.ZooKeeperClientTimeoutException: Timed out waiting for connection while in state: CONNECTING"] + at("kafka.zookeeper.ZooKeeperClient.waitUntilConnected(ZooKeeperClient.scala:271)", "kafka.server.KafkaServer.startup(KafkaServer.scala:192)", "kafka.Kafka.main(Kafka.scala)"))},
        head, storm="fetch")


def rabbit():
    def head(c, level, text):
        t, ms = c.tick()
        start = f"2026-11-21 {t}.{ms}417+00:00 [{level}] <0.{684 + c.n(3)}.0> "
        return "\n".join(start + line for line in text.split("|"))
    scene("rabbitmq", 102, [
        ("info", "accepting AMQP connection <0.<n>.0> (<ip>:<n> -> <ip>:5672)"), ("info", "closing AMQP connection <0.<n>.0> (<ip>:<n> -> <ip>:5672, vhost: '/', user: 'shop')"),
        ("info", "Server startup complete; 4 plugins started.| * rabbitmq_prometheus| * rabbitmq_management"), ("warning", "closing AMQP connection <0.<n>.0> (<ip>:<n> -> <ip>:5672, vhost: '/', user: 'shop'):|client unexpectedly closed TCP connection"),
        ("info", "queue 'failed.orders' in vhost '/' adopted by new leader"), ("debug", "no error: msg_store_transient recovered <n> messages"), ("notice", "alarm_handler: {clear,{resource_limit,memory,rabbit@mq1}}")], {
        "channel": ("error", "Channel error on connection <0.<n>.0> (<ip>:<n> -> <ip>:5672, vhost: '/', user: 'shop'), channel <n>:|operation queue.declare caused a channel exception precondition_failed: inequivalent arg 'durable' for queue 'orders' in vhost '/': received 'false' but current is 'true'"),
        "auth": ("error", "Error on AMQP connection <0.<n>.0> (<ip>:<n> -> <ip>:5672, state: starting):|PLAIN login refused: user 'mailer' - invalid credentials"),
        "partition": ("error", "Mnesia('rabbit@mq1'): ** ERROR ** mnesia_event got {inconsistent_database, running_partitioned_network, 'rabbit@mq2'}"),
        "disk": ("critical", "free disk space is insufficient. Free bytes: <n>. Limit: 50000000. Publishers will be blocked until this alarm clears")},
        head)


def cassandra():
    def head(c, level, text):
        t, ms = c.tick()
        thread, file, text = text.split("|", 2)
        return f"{level:<5} [{thread}] 2026-11-21 {t},{ms} {file}.java:{c.n(900)} - {text}"
    scene("cassandra", 103, [
        ("INFO", "CompactionExecutor:<n>|CompactionTask|Compacted (<uuid>) 4 sstables to [/data/shop/failed_orders-<hex>/me-<n>-big,] to level=0."), ("DEBUG", "COMMIT-LOG-ALLOCATOR|AbstractCommitLogSegmentManager|No segments in reserve; creating a fresh one"),
        ("INFO", "GossipStage:1|Gossiper|InetAddress /<ip>:7000 is now UP"), ("WARN", "GossipTasks:1|FailureDetector|Not marking nodes down due to local pause of <n> > 5000000000"), ("INFO", "Service Thread|GCInspector|G1 Young Generation GC in <n>ms. G1 Eden Space: <n> -> 0;"),
        ("WARN", "Native-Transport-Requests-<n>|SelectStatement|Aggregation query used without partition key"), ("INFO", "main|StorageService|JOINING: 0 errors in schema")], {
        "read": ("ERROR", "ReadStage-<n>|AbstractLocalAwareExecutorService|Uncaught exception on thread Thread[ReadStage-<n>,5,main]", ["org.apache.cassandra.io.sstable.CorruptSSTableException: Corrupted: /data/shop/carts-<hex>/me-<n>-big-Data.db"] + at("org.apache.cassandra.io.sstable.format.big.BigTableReader.iterator(BigTableReader.java:76)", "org.apache.cassandra.db.ReadCommand.executeLocally(ReadCommand.java:395)") + ["Caused by: java.io.EOFException: null"] + at("org.apache.cassandra.io.util.RebufferingInputStream.readFully(RebufferingInputStream.java:68)") + ["\t... 9 common frames omitted"]),
        "batch": ("ERROR", "Native-Transport-Requests-<n>|BatchStatement|Batch for [shop.carts] is of size <n>KiB, exceeding specified failure threshold 50KiB by <n>KiB."),
        "hint": ("ERROR", "HintsDispatcher:1|HintsDispatchExecutor|Failed to dispatch hints file <uuid>-<n>-2.hints: file is corrupted (org.apache.cassandra.io.FSReadError: java.io.IOException: Digest mismatch exception)"),
        "jvm": ("ERROR", "main|JVMStabilityInspector|Exiting due to error while processing commit log during initialization.")}, head)


def dmesg():
    def head(c, level, text):
        c.tick()
        stamp = f"[{c.now:12.6f}] "
        return "\n".join(stamp + line for line in text.split("|"))
    scene("dmesg", 104, [
        ("", "eth0: renamed from veth<hex>"), ("", "docker0: port <n>(veth<hex>) entered forwarding state"), ("", "EXT4-fs (sda1): mounted filesystem <uuid> r/w with ordered data mode. Quota mode: none."),
        ("", "audit: type=1400 audit(<n>.1:<n>): apparmor=\"STATUS\" operation=\"profile_load\" profile=\"unconfined\" name=\"docker-default\" pid=<n>"), ("", "usb 2-1: New USB device strings: Mfr=1, Product=2, SerialNumber=3"),
        ("", "pcieport 0000:00:1c.0: AER: Corrected error received: 0000:02:00.0"), ("", "TCP: request_sock_TCP: Possible SYN flooding on port 443. Sending cookies.  Check SNMP counters."), ("", "ACPI: Error handling enabled"), ("", "mce: CPU<n>: Package temperature/speed normal")], {
        "oom": ("", "java invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=969|CPU: 1 PID: <n> Comm: java Not tainted 6.1.0-13-amd64 #1|Call Trace:| <TASK>| dump_stack_lvl+0x44/0x5c| dump_header+0x4a/0x211| oom_kill_process.cold+0xb/0x10| out_of_memory+0x1fd/0x4c0| </TASK>|Memory cgroup out of memory: Killed process <n> (java) total-vm:<n>kB, anon-rss:<n>kB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:<n>kB oom_score_adj:969"),
        "disk": ("", "blk_update_request: critical medium error, dev sdb, sector <n> op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 2"),
        "ext4": ("", "EXT4-fs error (device sdb1): ext4_lookup:1855: inode #<n>: comm rsync: deleted inode referenced: <n>"),
        "hung": ("", "INFO: task postgres:<n> blocked for more than 120 seconds.|      Not tainted 6.1.0-13-amd64 #1|\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\" disables this message."),
        "nvme": ("", "nvme nvme0: I/O <n> QID 4 timeout, aborting"),
        "link": ("", "ata3.00: failed command: READ FPDMA QUEUED")}, head, size=60)


def terraform():
    def head(c, level, text):
        return text
    box = lambda *lines: ["│ " + line if line else "│ " for line in lines] + ["╵"]
    scene("terraform", 105, [
        ("", "aws_instance.web[<n>]: Creating..."), ("", "aws_instance.web[<n>]: Still creating... [10s elapsed]"), ("", "aws_sqs_queue.errors: Creation complete after 2s [id=https://sqs.eu-central-1.amazonaws.com/1/errors]"),
        ("", "module.alarms.aws_cloudwatch_metric_alarm.failed_jobs: Refreshing state... [id=failed-jobs-<n>]"), ("", "Plan: 3 to add, 0 to change, 0 to destroy."), ("", "  + error_document = \"error.html\""), ("", "data.aws_ami.base: Read complete after 1s [id=ami-<hex>]"),
        ("", "╷", box("Warning: Argument is deprecated", "", "  with aws_s3_bucket.logs,", "  on s3.tf line <n>, in resource \"aws_s3_bucket\" \"logs\":", "  <n>: resource \"aws_s3_bucket\" \"logs\" {", "", "Use the aws_s3_bucket_versioning resource instead")),
        ("", "aws_lambda_function.error_handler: Modifications complete after 6s [id=error_handler]")], {
        "bucket": ("", "╷", box("Error: creating S3 Bucket (shop-exports-<n>): operation error S3: CreateBucket, https response error StatusCode: 409, BucketAlreadyExists: The requested bucket name is not available.", "", "  with aws_s3_bucket.exports,", "  on s3.tf line 12, in resource \"aws_s3_bucket\" \"exports\":", "  12: resource \"aws_s3_bucket\" \"exports\" {", "")),
        "lock": ("", "╷", box("Error: Error acquiring the state lock", "", "Error message: ConditionalCheckFailedException: The conditional request failed", "Lock Info:", "  ID:        <uuid>", "  Path:      shop-state/prod", "  Who:       <who>@ci", "")),
        "reference": ("", "╷", box("Error: Reference to undeclared resource", "", "  on main.tf line <n>, in resource \"aws_route53_record\" \"www\":", "  <n>:   zone_id = aws_route53_zone.main.id", "", "A managed resource \"aws_route53_zone\" \"main\" has not been declared in the root module."))},
        head, size=60)


def ansible():
    def head(c, level, text):
        return text
    scene("ansible", 106, [
        ("", "TASK [nginx : install packages] *****************************************"), ("", "ok: [web<n>]"), ("", "changed: [web<n>]"), ("", "skipping: [web<n>]"),
        ("", "web<n>                       : ok=12   changed=3    unreachable=0    failed=0    skipped=2    rescued=0    ignored=1"), ("", "TASK [check for failed units] ******************************************"),
        ("", "ok: [web<n>] => {\"msg\": \"error_log is empty, failed=false\"}"), ("", "[WARNING]: Platform linux on host web<n> is using the discovered Python interpreter at /usr/bin/python3.11"), ("", "RUNNING HANDLER [restart on failure] *****************************"), ("", "")], {
        "package": ("", "fatal: [web<n>]: FAILED! => {\"changed\": false, \"msg\": \"No package matching 'ngixn' is available\"}"),
        "reach": ("", "fatal: [db<n>]: UNREACHABLE! => {\"changed\": false, \"msg\": \"Failed to connect to the host via ssh: ssh: connect to host db<n> port 22: Connection timed out\", \"unreachable\": true}"),
        "var": ("", "fatal: [web<n>]: FAILED! => {\"msg\": \"The task includes an option with an undefined variable. The error was: 'tls_cert' is undefined\\n\\nThe error appears to be in '/srv/play/site.yml': line 31, column 7\"}"),
        "item": ("", "failed: [db<n>] (item=shop) => {\"ansible_loop_var\": \"item\", \"changed\": false, \"item\": \"shop\", \"msg\": \"unable to connect to database: FATAL:  role \\\"deploy\\\" does not exist\"}")}, head)


def sidekiq():
    def head(c, level, text):
        t, ms = c.tick()
        start = f"2026-11-21T{t}.{ms}Z pid=1 tid={c.of('gow', 'h2s', 'k1a')} class={c.of('MailJob', 'SyncJob')} jid={c.hex(24)} {level}: "
        return "\n".join(start + line for line in text.split("|"))
    scene("sidekiq", 107, [
        ("INFO", "start"), ("INFO", "done"), ("INFO", "fail-safe check passed, 0 errors"), ("INFO", "Adding dead job reaper"), ("WARN", "queue latency is <n> s"), ("INFO", "retry succeeded for order <n>"), ("DEBUG", "enqueued retry: 0 failures")], {
        "mail": ("WARN", "Net::SMTPAuthenticationError: 535 5.7.8 Error: authentication failed|/srv/app/vendor/bundle/ruby/3.2.0/gems/net-smtp-0.4.0/lib/net/smtp.rb:1088:in `check_auth_response'|/srv/app/app/jobs/mail_job.rb:14:in `perform'"),
        "nil": ("WARN", "NoMethodError: undefined method `email' for nil:NilClass|/srv/app/app/models/order.rb:61:in `notify'|/srv/app/app/jobs/sync_job.rb:9:in `perform'"),
        "redis": ("ERROR", "Error fetching job: Connection refused - connect(2) for <ip>:6379 (RedisClient::CannotConnectError)"),
        "heart": ("ERROR", "heartbeat: READONLY You can't write against a read only replica.")}, head)


def symfony():
    def head(c, level, text):
        t, ms = c.tick()
        channel, text = text.split("|", 1)
        return f"[2026-11-21T{t}.{ms}822+00:00] {channel}.{level}: {text}"
    scene("symfony", 108, [
        ("INFO", "request|Matched route \"error_report\". {\"route\":\"error_report\",\"route_parameters\":{\"_controller\":\"App\\\\Controller\\\\ErrorReport\"},\"method\":\"GET\"} []"), ("DEBUG", "event|Notified event \"kernel.exception\" to listener \"App\\\\Listener\\\\ExceptionListener::onKernelException\". [] []"),
        ("INFO", "messenger|Received message App\\Message\\Failed {\"class\":\"App\\\\Message\\\\Failed\",\"retry\":0} []"), ("INFO", "deprecation|User Deprecated: Since symfony/http-kernel 6.4: the error handler is deprecated {\"exception\":\"[object] (ErrorException(code: 0): User Deprecated)\"} []"),
        ("WARNING", "messenger|Error thrown while handling message App\\Message\\Mail. Sending for retry #1 using 1000 ms delay. Error: \"smtp busy\" {\"class\":\"App\\\\Message\\\\Mail\",\"retryCount\":1} []"), ("DEBUG", "doctrine|Executing query: SELECT * FROM error WHERE id = <n> [] []"), ("INFO", "security|Authenticator successful for <who> {\"errors\":0} []")], {
        "twig": ("CRITICAL", "request|Uncaught PHP Exception Twig\\Error\\RuntimeError: \"Variable \"cart\" does not exist.\" at /srv/app/templates/cart.html.twig line <n> {\"exception\":\"[object] (Twig\\\\Error\\\\RuntimeError(code: 0): Variable \\\"cart\\\" does not exist. at /srv/app/templates/cart.html.twig:12)\"} []"),
        "doctrine": ("CRITICAL", "messenger|Error thrown while handling message App\\Message\\Book. Removing from transport after 3 retries. Error: \"An exception occurred while executing a query: SQLSTATE[23505]: Unique violation: 7 ERROR:  duplicate key value violates unique constraint \"uniq_<n>\"\" {\"class\":\"App\\\\Message\\\\Book\"} []"),
        "type": ("CRITICAL", "request|Uncaught PHP Exception TypeError: \"App\\Price::of(): Argument #1 ($cents) must be of type int, null given, called in /srv/app/src/Cart.php on line 40\" at Price.php line 12 {\"exception\":\"[object] (TypeError(code: 0): App\\\\Price::of() at /srv/app/src/Price.php:12)\"} []"),
        "http": ("ERROR", "http_client|Could not reach stock service for sku <n> {\"url\":\"http://stock:8080/sku/<n>\"} []")}, head, storm="http")


def logstash():
    def head(c, level, text):
        t, ms = c.tick()
        logger, text, *trace = text.split("|")
        entry = {"@timestamp": f"2026-11-21T{t}.{ms}+01:00", "@version": "1", "message": text, "logger_name": logger, "thread_name": c.of("http-nio-8080-exec-1", "kafka-0", "scheduling-1"), "level": level, "level_value": {"DEBUG": 10000, "INFO": 20000, "WARN": 30000, "ERROR": 40000}[level]}
        if trace:
            entry["stack_trace"] = trace[0].replace(";", "\n\tat ") + "\n"
        entry["app"] = "orders"
        return json.dumps(entry, ensure_ascii=False)
    scene("logstash-json", 109, [
        ("INFO", "com.shop.orders.OrderService|order <n> accepted"), ("INFO", "com.shop.orders.ErrorMetrics|errors=0 failures=0"), ("WARN", "com.shop.orders.Client|attempt 1 of 3 took <n> ms"),
        ("DEBUG", "com.shop.orders.Cache|miss for exception-<n>"), ("INFO", "o.s.k.l.DefaultErrorHandler|Seek to current after handled error of record orders-<n>"), ("INFO", "com.shop.orders.Boot|registered CircuitBreaker, failureRateThreshold=50")], {
        "null": ("ERROR", "com.shop.orders.OrderController|unhandled failure of order <n>|java.lang.NullPointerException: Cannot invoke \"com.shop.orders.Customer.id()\" because \"customer\" is null;com.shop.orders.OrderController.book(OrderController.java:51);org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1089);java.base/java.lang.Thread.run(Thread.java:1583)"),
        "json": ("ERROR", "com.shop.orders.Listener|poison record at offset <n>|com.fasterxml.jackson.core.JsonParseException: Unexpected character ('<' (code 60)): expected a valid value\n at [Source: (String)\"<html>\"; line: 1, column: 2];com.fasterxml.jackson.core.base.ParserMinimalBase._reportError(ParserMinimalBase.java:712);com.shop.orders.Listener.on(Listener.java:28)".replace(")\"<html>\"; line", ")\"<html>\", line")),
        "stock": ("ERROR", "com.shop.orders.Stock|stock of article <n> is negative"), "bank": ("ERROR", "com.shop.orders.Bank|bank declined batch <uuid>: account frozen")}, head, storm="null")


def gelf():
    def head(c, level, text):
        c.tick()
        short, _, full = text.partition("|")
        entry = {"version": "1.1", "host": "pay-" + str(c.n(4)), "short_message": short, "timestamp": 1795255200 + round(c.now, 3), "level": int(level), "_logger": "shop.pay", "_thread": "main"}
        if full:
            entry["full_message"] = short + "\n" + full
        return json.dumps(entry, separators=(",", ":"))
    scene("gelf", 110, [
        ("6", "payment <n> booked"), ("6", "0 errors in clearing"), ("7", "fallback exception list loaded"), ("4", "rate limit of tenant <who> almost reached"), ("5", "night run started"), ("6", "error page cached")], {
        "iban": ("3", "payment <n> refused|java.lang.IllegalArgumentException: IBAN is too short\n\tat shop.pay.Iban.of(Iban.java:22)\n\tat shop.pay.Payments.book(Payments.java:71)\n"),
        "ledger": ("2", "ledger <hex> is locked by <who>"), "hsm": ("3", "HSM slot <n> does not answer"), "rates": ("0", "no exchange rates since <n> minutes")}, head)


def azure():
    def head(c, level, text):
        t, ms = c.tick()
        return f"[2026-11-21T{t}.{ms}Z] {text}"
    scene("azure-functions", 111, [
        ("", "Executing 'Functions.Resize' (Reason='New queue message detected on 'images'.', Id=<uuid>)"), ("", "Executed 'Functions.Resize' (Succeeded, Id=<uuid>, Duration=<n>ms)"), ("", "Trigger Details: MessageId: <uuid>, DequeueCount: 1"),
        ("", "Host lock lease acquired by instance ID '<hex>'."), ("", "Worker process started and initialized."), ("", "image <n>: 0 errors"), ("", "Error queue 'images-poison' is empty")], {
        "format": ("", "Executed 'Functions.Resize' (Failed, Id=<uuid>, Duration=<n>ms)", ["[2026-11-21T10:01:01.100Z] System.Private.CoreLib: Exception while executing function: Functions.Resize. Shop.Images: Unknown format 'heic'."]),
        "null": ("", "Executed 'Functions.Index' (Failed, Id=<uuid>, Duration=<n>ms)", ["[2026-11-21T10:01:01.200Z] Microsoft.Azure.WebJobs.Host.FunctionInvocationException: Exception while executing function: Functions.Index", " ---> System.NullReferenceException: Object reference not set to an instance of an object.", "   at Shop.Images.Index.Add(String name) in C:\\src\\Images\\Index.cs:line 30", "   at Microsoft.Azure.WebJobs.Host.Executors.FunctionInvoker`2.InvokeAsync(Object instance, Object[] arguments)", "   --- End of inner exception stack trace ---", "   at Microsoft.Azure.WebJobs.Host.Executors.FunctionExecutor.ExecuteWithLoggingAsync(IFunctionInstanceEx instance)"]),
        "poison": ("", "Message has reached MaxDequeueCount of 5. Moving message to queue 'images-poison'.")}, head, share=0.2)


def compose():
    c = Clock(112)
    names = {"web-1": "\x1b[36mweb-1    |\x1b[0m ", "db-1": "\x1b[33mdb-1     |\x1b[0m ", "worker-1": "\x1b[32mworker-1 |\x1b[0m "}
    key = ["Traceback (most recent call last):", '  File "/app/web/views.py", line 44, in cart', "    total = prices[sku]", "            ~~~~~~^^^^^", "KeyError: 'sku-<n>'"]
    conn = ["Error: connect ECONNREFUSED <ip>:6379", "    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {", "  errno: -111,", "  code: 'ECONNREFUSED',", "  syscall: 'connect',", "  address: '<ip>',", "  port: 6379", "}"]
    db = ["2026-11-21 10:00:00.000 UTC [<pid>] ERROR:  relation \"coupons\" does not exist at character 15", "2026-11-21 10:00:00.000 UTC [<pid>] STATEMENT:  SELECT * FROM coupons WHERE id = <n>"]
    noise = {"web-1": ['<ip> - - [21/Nov/2026 10:00:01] "GET /cart/<n> HTTP/1.1" 200 -', '<ip> - - [21/Nov/2026 10:00:01] "GET /errors HTTP/1.1" 404 -', " * Debugger is active!"],
             "db-1": ["2026-11-21 10:00:00.000 UTC [27] LOG:  checkpoint starting: time", "2026-11-21 10:00:00.000 UTC [<n>] LOG:  could not receive data from client: Connection reset by peer"][:1],
             "worker-1": ["job <n> done", "0 jobs failed", "retry of job <n> succeeded"]}
    rows = []
    for _ in range(30):
        streams = []
        for who, (cause, block) in {"web-1": ("key", key), "worker-1": ("redis", conn), "db-1": ("coupons", db)}.items():
            if c.rng.random() < 0.35:
                pid = str(c.n())
                streams.append([(names[who] + c.fill(line.replace("<pid>", pid)), cause) for line in block])
            else:
                streams.append([(names[who] + c.fill(c.of(*noise[who])), "-") for _ in range(c.n(3))])
        while any(streams):
            rows.append(c.of(*[s for s in streams if s]).pop(0))
    write("compose-interleaved", rows)


def pm2():
    def head(c, level, text):
        return f"{level}{text}"
    scene("pm2", 113, [
        ("0|api      | ", "GET /cart/<n> 200 12.3 ms"), ("0|api      | ", "GET /fail/<n> 404 1.1 ms"), ("1|mailer   | ", "sent <n> mails, errors: 0"), ("PM2      | ", "App [api:0] online"), ("1|mailer   | ", "error count = 0"), ("PM2      | ", "Change detected on path src/error.js for app api - restarting"), ("0|api      | ", "(node:<n>) Warning: Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections insecure")], {
        "type": ("0|api      | ", "TypeError: Cannot read properties of undefined (reading 'price')", ["0|api      |     at Cart.total (/srv/api/src/cart.js:31:19)", "0|api      |     at Layer.handle [as handle_request] (/srv/api/node_modules/express/lib/router/layer.js:95:5)", "0|api      |     at process.processTicksAndRejections (node:internal/process/task_queues:95:5)"]),
        "smtp": ("1|mailer   | ", "Error: Invalid login: 535-5.7.8 Username and Password not accepted", ["1|mailer   |     at SMTPConnection._formatError (/srv/mailer/node_modules/nodemailer/lib/smtp-connection/index.js:798:19)", "1|mailer   |     at Mailer.send (/srv/mailer/src/mailer.js:12:5) {", "1|mailer   |   code: 'EAUTH',", "1|mailer   |   responseCode: 535,", "1|mailer   | }"]),
        "exit": ("PM2      | ", "App [api:0] exited with code [1] via signal [SIGINT]"),
        "module": ("1|mailer   | ", "Error: Cannot find module './templates/<who>'", ["1|mailer   | Require stack:", "1|mailer   | - /srv/mailer/src/render.js", "1|mailer   |     at Module._resolveFilename (node:internal/modules/cjs/loader:1075:15)", "1|mailer   |     at render (/srv/mailer/src/render.js:8:3)"])}, head)


def supervisor():
    def head(c, level, text):
        t, ms = c.tick()
        return f"2026-11-21 {t},{ms} {level} {text}"
    scene("supervisor", 114, [
        ("INFO", "spawned: 'web' with pid <n>"), ("INFO", "success: web entered RUNNING state, process has stayed up for > than 1 seconds (startsecs)"), ("INFO", "reaped unknown pid <n> (exit status 0)"), ("INFO", "stopped: web (exit status 0)"), ("INFO", "exited: report (exit status 0; expected)"),
        ("WARN", "received SIGTERM indicating exit request"), ("INFO", "waiting for web, errormailer to die"), ("INFO", "stopped: mail (terminated by SIGTERM)")], {
        "web": ("INFO", "exited: web (exit status 1; not expected)"), "crash": ("INFO", "exited: scanner (terminated by SIGSEGV (core dumped); not expected)"),
        "fatal": ("INFO", "gave up: mail entered FATAL state, too many start retries too quickly"), "spawn": ("INFO", "spawnerr: can't find command '/srv/bin/sync'"), "rpc": ("CRIT", "could not write pidfile /run/supervisord.pid")}, head, size=80)


def actions():
    def head(c, level, text):
        t, ms = c.tick()
        return "\n".join(f"2026-11-21T{t}.{ms}4417Z {line}" for line in text.split("|"))
    scene("github-actions", 115, [
        ("", "##[group]Run actions/checkout@v4"), ("", "##[endgroup]"), ("", "[command]/usr/bin/git config --local --unset-all error.handler"), ("", "[INFO] Tests run: <n>, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1.2 s -- in com.shop.ErrorTest"), ("", "##[warning]Node.js 16 actions are deprecated. Please update the following actions to use Node.js 20"),
        ("", "Cache not found for input keys: maven-<hex>"), ("", "npm warn deprecated inflight@1.0.6: This module is not supported, and leaks memory."), ("", "added <n> packages in 4s, found 0 vulnerabilities"), ("", "[INFO] Running com.shop.FailureExceptionTest")], {
        "compile": ("", "[ERROR] /home/runner/work/shop/shop/src/main/java/com/shop/Cart.java:[<n>,17] cannot find symbol|[ERROR]   symbol:   method totl()|[ERROR]   location: class com.shop.Cart"),
        "test": ("", "[ERROR] Tests run: 12, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.8 s <<< FAILURE! -- in com.shop.CartTest"),
        "exit": ("", "##[error]Process completed with exit code 1."),
        "docker": ("", "ERROR: failed to solve: process \"/bin/sh -c npm ci\" did not complete successfully: exit code: 1"),
        "push": ("", "##[error]denied: installation not allowed to Write organization package")}, head)


def gradle():
    def head(c, level, text):
        return text
    why = lambda what: ["", "* What went wrong:"] + what + ["", "* Try:", "> Run with --stacktrace option to get the stack trace.", "> Get more help at https://help.gradle.org.", ""]
    scene("gradle", 116, [
        ("", "> Task :shop:compileKotlin UP-TO-DATE"), ("", "> Task :shop:processResources NO-SOURCE"), ("", "> Task :errors:test"), ("", "BUILD SUCCESSFUL in <n>s"), ("", "12 actionable tasks: 3 executed, 9 up-to-date"), ("", "w: file:///srv/shop/src/main/kotlin/Cart.kt:<n>:9 Variable 'error' is never used"),
        ("", "ErrorTest > reports the failure PASSED"), ("", "Note: Some input files use or override a deprecated API."), ("", "Starting a Gradle Daemon, 1 incompatible and 1 stopped Daemons could not be reused, use --status for details")], {
        "kotlin": ("", "e: file:///srv/shop/src/main/kotlin/Price.kt:<n>:22 Unresolved reference: totl"),
        "dependency": ("", "FAILURE: Build failed with an exception.", why(["Execution failed for task ':shop:compileClasspath'.", "> Could not resolve all files for configuration ':shop:compileClasspath'.", "   > Could not find com.shop:money:1.4."])),
        "test": ("", "CartTest > total adds up() FAILED", ["    org.opentest4j.AssertionFailedError: expected: <<n>> but was: <<n>>", "        at app//org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:55)", "        at app//com.shop.CartTest.total(CartTest.java:31)"]),
        "daemon": ("", "FAILURE: Build failed with an exception.", why(["Gradle build daemon disappeared unexpectedly (it may have been killed or may have crashed)"]))}, head)


def haproxy():
    def head(c, level, text):
        t, ms = c.tick()
        return f"Nov 21 {t} lb1 haproxy[1204]: {text}"
    req = lambda status, flags, path: f"<ip>:<n> [21/Nov/2026:10:00:00.120] https~ shop/{'<NOSRV>' if flags == 'SC--' else 'web2'} 0/0/1/<n>/<n> {status} <n> - - {flags} 12/12/0/0/0 0/0 \"GET {path} HTTP/1.1\""
    scene("haproxy", 117, [
        ("", req(200, "----", "/cart/<n>")), ("", req(404, "----", "/errors/<n>")), ("", req(301, "LR--", "/fail")), ("", "Proxy shop started."), ("", "Server shop/web2 is UP, reason: Layer7 check passed, code: 200, check duration: 3ms. 2 active and 0 backup servers online."), ("", "Connect from <ip>:<n> to <ip>:443 (https/HTTP)")], {
        "nosrv": ("", req(503, "SC--", "/cart/<n>")), "backend": ("", req(500, "----", "/pay/<n>")),
        "down": ("", "Server shop/web1 is DOWN, reason: Layer4 connection problem, info: \"Connection refused\", check duration: 0ms. 1 active and 0 backup servers left. <n> sessions active, 0 requeued, 0 remaining in queue."),
        "all": ("", "backend shop has no server available!")}, head, size=90)


def envoy():
    def head(c, level, text):
        t, ms = c.tick()
        if level == "access":
            return f"[2026-11-21T{t}.{ms}Z] {text}"
        return f"[2026-11-21 {t}.{ms}][{c.of(1, 14, 22)}][{level}][{text.split('|')[0]}] [source/{c.of('server/server.cc', 'common/config/grpc_stream.h')}:{c.n(700)}] " + text.split("|", 1)[1]
    req = lambda path, status, flag: f"\"GET {path} HTTP/2\" {status} {flag} 0 <n> <n> - \"<ip>\" \"curl/8.5\" \"<uuid>\" \"shop.example\" \"<ip>:8080\""
    scene("envoy", 118, [
        ("access", req("/cart/<n>", 200, "-")), ("access", req("/error/<n>", 404, "-")), ("access", req("/login", 401, "-")), ("info", "main|starting main dispatch loop"), ("info", "upstream|cm init: all clusters initialized, 0 failed"), ("debug", "conn_handler|[C<n>] new connection"), ("warning", "config|DeltaAggregatedResources gRPC config stream to xds closed: 14, upstream connect error; retrying")], {
        "uf": ("access", req("/pay/<n>", 503, "UF,URX")), "uh": ("access", req("/stock/<n>", 503, "UH")),
        "cert": ("error", "config|listener 'https' failed to load certificate chain from /etc/envoy/tls.pem"), "crash": ("critical", "backtrace|Caught Segmentation fault, suspect faulting address 0x0", [])}, head, size=90)


def spdlog():
    def head(c, level, text):
        t, ms = c.tick()
        if level == "raw":
            return text
        return f"[2026-11-21 {t}.{ms}] [{c.of('net', 'disk', 'ui')}] [{level}] {text}"
    asan = ["    #0 0x<hex>1c2 in Index::add(unsigned long) /src/scan/index.cc:88:12", "    #1 0x<hex>2f0 in Scanner::run() /src/scan/scanner.cc:41:5", "    #2 0x7f<hex> in __libc_start_main (/lib/x86_64-linux-gnu/libc.so.6+0x29d8f)", "", "0x60200000<hex> is located 0 bytes to the right of 16-byte region [0x602000000010,0x602000000020)", "SUMMARY: AddressSanitizer: heap-buffer-overflow /src/scan/index.cc:88:12 in Index::add(unsigned long)", "==<n>==ABORTING"]
    scene("spdlog-asan", 119, [
        ("info", "scan of <n> files done, 0 errors"), ("debug", "error callback installed"), ("warning", "queue is <n>% full"), ("trace", "failed=0"), ("info", "peer <ip> reconnected after failure"), ("info", "exception translator: on")], {
        "asan": ("raw", "=================================================================", ["==<n>==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60200000<hex> at pc 0x55<hex> bp 0x7ffd<hex> sp 0x7ffd<hex>", "READ of size 8 at 0x60200000<hex> thread T0"] + asan),
        "terminate": ("raw", "terminate called after throwing an instance of 'std::out_of_range'", ["  what():  vector::_M_range_check: __n (which is <n>) >= this->size() (which is 4)"]),
        "crc": ("error", "block <n> of volume <hex> has a bad crc"), "peer": ("critical", "no peer left, shutting down after <n> s"),
        "assert": ("raw", "scanner: /src/scan/queue.cc:<n>: void Queue::pop(): Assertion `!empty()' failed.", ["Aborted (core dumped)"])}, head)


def glog():
    def head(c, level, text):
        t, ms = c.tick()
        return f"{level}20261121 {t}.{ms}{c.n(999):03d} {c.of(811, 812)} {text.split('|')[0]}:{c.n(400)}] " + text.split("|", 1)[1]
    check = ["*** Check failure stack trace: ***", "    @     0x7f<hex>c3d  google::LogMessage::Fail()", "    @     0x55<hex>a10  depot::Shard::open()", "    @     0x55<hex>b77  main", "    @     0x7f<hex>083  __libc_start_main"]
    scene("glog", 120, [
        ("I", "shard.cc|opened shard <n>, errors: 0"), ("W", "rpc.cc|slow call to <ip>: <n> ms"), ("I", "retry.cc|call <n> succeeded after 2 failed attempts"), ("I", "main.cc|InstallFailureSignalHandler done"), ("I", "gc.cc|failed_shards=0")], {
        "check": ("F", "shard.cc|Check failed: fd >= 0 (-1 vs. 0) cannot open /data/shard-<n>: Too many open files", check),
        "rpc": ("E", "rpc.cc|rpc to <ip>:<n> ended: DEADLINE_EXCEEDED"), "sst": ("E", "table.cc|block <n> of table <hex>.sst is damaged"),
        "signal": ("E", "main.cc|replica <n> lags by <n> s, removed from set")}, head)


def dumps():
    c, rows = Clock(121), []
    def say(text, cause="-"):
        t, ms = c.tick()
        rows.append((f"2026-11-21 {t}.{ms} {text}", cause))
    def raw(lines, cause="-"):
        rows.extend((c.fill(line), cause) for line in lines)
    thread = lambda name, state, *frames: [f'"{name}" #<n> prio=5 os_prio=0 cpu=1.2ms elapsed=<n>.01s tid=0x00007f<hex> nid=0x<hex> waiting on condition  [0x00007f<hex>]', f"   java.lang.Thread.State: {state}"] + at(*frames) + [""]
    for turn in range(4):
        for _ in range(6):
            say(c.fill(c.of("INFO  [main] depot.Main - round <n> done, errors=0", "INFO  [pool-1] depot.Sync - exception list reloaded", "WARN  [pool-1] depot.Sync - <n> items late", "DEBUG [pool-1] depot.Sync - failed=false")))
        raw(["2026-11-21 10:00:00", "Full thread dump OpenJDK 64-Bit Server VM (17.0.9+9 mixed mode, sharing):", ""])
        raw(thread("http-exec-1", "TIMED_WAITING (parking)", "jdk.internal.misc.Unsafe.park(java.base@17.0.9/Native Method)", "java.util.concurrent.locks.LockSupport.parkNanos(java.base@17.0.9/LockSupport.java:252)", "depot.Errors.take(Errors.java:12)"))
        raw(thread("failure-reporter", "WAITING (on object monitor)", "java.lang.Object.wait(java.base@17.0.9/Native Method)", "depot.FailureReporter.run(FailureReporter.java:31)"))
        raw(["JNI global refs: <n>, weak refs: 0", ""])
        if turn % 2:
            raw(["Found one Java-level deadlock:", "=============================", '"http-exec-2":', "  waiting to lock monitor 0x00007f<hex> (object 0x0000<hex>, a depot.Stock),", '  which is held by "http-exec-3"', '"http-exec-3":', "  waiting to lock monitor 0x00007f<hex> (object 0x0000<hex>, a depot.Cart),", '  which is held by "http-exec-2"'], "deadlock")
        say(c.fill("ERROR [pool-1] depot.Sync - partner <who> sends no stock"), "partner")
        if turn == 3:
            raw(["#", "# A fatal error has been detected by the Java Runtime Environment:", "#", "#  SIGSEGV (0xb) at pc=0x00007f<hex>, pid=<n>, tid=<n>", "#", "# JRE version: OpenJDK Runtime Environment (17.0.9+9)", "# Problematic frame:", "# C  [libscan.so+0x1a2b]  scan_page+0x3b", "#", "# An error report file with more information is saved as:", "# /srv/depot/hs_err_pid<n>.log", "#"], "crash")
    write("jvm-dumps", rows)


def minecraft():
    def head(c, level, text):
        t, _ = c.tick()
        return f"[{t}] [{c.of('Server thread', 'Worker-Main-1')}/{level}]: {text}"
    scene("minecraft", 122, [
        ("INFO", "<who> joined the game"), ("INFO", "<<who>> error error lol"), ("INFO", "<who> was slain by Zombie"), ("WARN", "Can't keep up! Is the server overloaded? Running <n>ms or <n> ticks behind"), ("INFO", "Loaded <n> recipes, 0 failed"), ("INFO", "Saving chunks for level 'ServerLevel[world]'/minecraft:overworld"), ("INFO", "UUID of player <who> is <uuid>")], {
        "tick": ("ERROR", "Encountered an unexpected exception", ["net.minecraft.ReportedException: Ticking entity"] + at("net.minecraft.server.MinecraftServer.tickChildren(MinecraftServer.java:888) ~[server.jar:?]", "java.lang.Thread.run(Thread.java:833) ~[?:?]") + ["Caused by: java.lang.NullPointerException: Cannot invoke \"net.minecraft.world.item.Item.asItem()\" because \"item\" is null"] + at("com.mods.crates.Crate.open(Crate.java:71) ~[crates-1.2.jar:?]", "net.minecraft.world.entity.Entity.tick(Entity.java:401) ~[server.jar:?]") + ["\t... 3 more"]),
        "plugin": ("ERROR", "Could not load 'plugins/Shop-<n>.jar' in folder 'plugins'", ["org.bukkit.plugin.UnknownDependencyException: Unknown dependency Vault. Please download and install Vault to run this plugin."] + at("org.bukkit.plugin.SimplePluginManager.loadPlugins(SimplePluginManager.java:277) ~[spigot-api.jar:?]")),
        "watchdog": ("FATAL", "The server has stopped responding! (crate mod at <n>)"), "recipe": ("ERROR", "Parsing error loading recipe crates:box_<n>")}, head)


def hclog():
    def head(c, level, text):
        t, ms = c.tick()
        return f"2026-11-21T{t}.{ms}Z [{level}]{' ' * (5 - len(level))} {text}"
    scene("hclog", 123, [
        ("INFO", "agent.server.raft: entering follower state: follower=\"Node at <ip>:8300 [Follower]\" leader-address= leader-id="), ("INFO", "agent: Synced service: service=error-pages"), ("DEBUG", "agent.http: Request finished: method=GET url=/v1/health/state/critical from=<ip>:<n> latency=\"<n>µs\""), ("WARN", "agent.auto_config: bootstrap_expect > 0: expecting 3 servers"), ("INFO", "core: post-unseal setup complete, errors=0"), ("TRACE", "expiration: lease failed=false lease_id=<hex>")], {
        "rpc": ("ERROR", "agent.server.rpc: RPC failed to server: method=Catalog.ListNodes server=<ip>:8300 error=\"rpc error making call: No cluster leader\""),
        "seal": ("ERROR", "core: failed to unseal: error=\"cipher: message authentication failed\""),
        "raft": ("ERROR", "agent.server.raft: failed to appendEntries to: peer=\"{Voter <uuid> <ip>:8300}\" error=\"dial tcp <ip>:8300: i/o timeout\""),
        "token": ("ERROR", "agent.client: Coordinate update denied: accessor=<uuid>"), "driver": ("ERROR", "client.driver_mgr.docker: failed creating container: container_id=<hex> error=\"API error (500): devmapper: Thin Pool has <n> free data blocks\"")}, head, storm="rpc")


def prometheus():
    def head(c, level, text):
        t, ms = c.tick()
        comp, msg, *rest = text.split("|")
        if comp == "grafana":
            return f"logger=context userId=0 orgId=1 t=2026-11-21T{t}.{ms}Z level={level} msg=\"{msg}\"" + (" " + rest[0] if rest else "")
        return f"ts=2026-11-21T{t}.{ms}Z caller={comp}.go:{c.n(900)} level={level} component={'tsdb' if comp in ('db', 'compact', 'head') else 'rules'} msg=\"{msg}\"" + (" " + rest[0] if rest else "")
    scene("prometheus-grafana", 124, [
        ("info", "compact|write block|mint=<n> maxt=<n> ulid=<hex> duration=1.2s failed=0"), ("warn", "scrape|Error on ingesting samples that are too old or are too far into the future|num_dropped=<n>"), ("info", "grafana|Request Completed|method=GET path=/api/errors status=200 remote_addr=<ip> time_ms=<n> err=null"), ("info", "grafana|Request Completed|method=GET path=/api/live/ws status=401 remote_addr=<ip>"), ("debug", "head|no error in WAL segment|segment=<n>")], {
        "wal": ("error", "db|compaction failed|err=\"compact head: persist head block: write /prometheus/chunks/<hex>.tmp: no space left on device\""),
        "rule": ("error", "manager|Evaluating rule failed|rule=\"ErrorBudget\" err=\"found duplicate series for the match group {instance=\\\"<ip>:9100\\\"}\""),
        "notify": ("error", "notifier|Error sending alert|alertmanager=http://alert:9093/api/v2/alerts count=<n> err=\"Post \\\"http://alert:9093/api/v2/alerts\\\": context deadline exceeded\""),
        "dash": ("error", "grafana|Request Completed|method=POST path=/api/ds/query status=500 remote_addr=<ip> time_ms=<n> error=\"tsdb.HandleRequest() failed\"")}, head)


def german():
    def head(c, level, text):
        t, _ = c.tick()
        where, text = text.split("|", 1)
        return f"Nov. 21, 2026 {t} VORM. {where}\n{level}: {text}" if c else ""
    scene("jul-german", 125, [
        ("INFORMATION", "de.lager.Start main|Dienst gestartet, 0 Fehler"), ("WARNUNG", "de.lager.Bestand prüfe|Bestand von Artikel <n> ist niedrig"), ("INFORMATION", "de.lager.Auftrag buche|Auftrag <n> gebucht"), ("FEIN", "de.lager.Fehlerliste lade|Fehlerliste geladen"), ("INFORMATION", "de.lager.Netz sende|Wiederholung war erfolgreich")], {
        "null": ("SCHWERWIEGEND", "de.lager.Auftrag buche|Auftrag <n> konnte nicht gebucht werden", ["java.lang.NullPointerException: Cannot read field \"preis\" because \"artikel\" is null"] + at("de.lager.Auftrag.buche(Auftrag.java:44)", "de.lager.Start.main(Start.java:12)")),
        "lesen": ("SCHWERWIEGEND", "de.lager.Datei lies|Datei nicht lesbar: bestand-<n>.csv"),
        "tomcat": ("SCHWERWIEGEND", "org.apache.catalina.core.StandardService initInternal|Failed to initialize connector [Connector[HTTP/1.1-8080]]", ["java.net.BindException: Die Adresse wird bereits verwendet"] + at("java.base/sun.nio.ch.Net.bind0(Native Method)", "org.apache.catalina.startup.Bootstrap.main(Bootstrap.java:475)"))}, head)


def uwsgi():
    def head(c, level, text):
        if level == "log":
            t, ms = c.tick()
            return f"{t} {text}"
        return text
    req = lambda status, path: f"[pid: <n>|app: 0|req: <n>/<n>] <ip> () {{42 vars in 711 bytes}} [Sat Nov 21 10:00:00 2026] GET {path} => generated <n> bytes in <n> msecs (HTTP/1.1 {status}) 4 headers in 120 bytes (1 switches on core 0)"
    scene("uwsgi", 126, [
        ("", req(200, "/cart/<n>")), ("", req(404, "/errors/<n>")), ("", req(302, "/failed")), ("", "*** Operational MODE: preforking ***"), ("", "spawned uWSGI worker <n> (pid: <n>, cores: 1)"), ("", "Respawned uWSGI worker <n> (new pid: <n>)"), ("", "WSGI app 0 (mountpoint='') ready in 1 seconds on interpreter 0x<hex> pid: <n> (default app)")], {
        "view": ("", "Traceback (most recent call last):", ["  File \"/srv/shop/venv/lib/python3.11/site-packages/flask/app.py\", line 1484, in full_dispatch_request", "    rv = self.dispatch_request()", "  File \"/srv/shop/shop/pay.py\", line 33, in charge", "    fee = amount / parts", "          ~~~~~~~^~~~~~~", "ZeroDivisionError: division by zero"]),
        "harakiri": ("", "Sat Nov 21 10:00:00 2026 - *** HARAKIRI ON WORKER <n> (pid: <n>, try: 1) ***"),
        "segv": ("", "!!! uWSGI process <n> got Segmentation Fault !!!"), "five": ("", req(500, "/pay/<n>")),
        "pipe": ("", "DAMN ! worker <n> (pid: <n>) died, killed by signal 9 :( trying respawn ..."), "app": ("", "--- no python application found, check your startup logs for errors ---")}, head)


if __name__ == "__main__":
    for make in (kafka, rabbit, cassandra, dmesg, terraform, ansible, sidekiq, symfony, logstash, gelf, azure, compose, pm2, supervisor,
                 actions, gradle, haproxy, envoy, spdlog, glog, dumps, minecraft, hclog, prometheus, german, uwsgi):
        make()
