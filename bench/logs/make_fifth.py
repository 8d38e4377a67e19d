#!/usr/bin/env python3
"""Makes fifth/: eleven more systems, transcribed and labelled after fourth/ had been tuned on and before the detection was
run on them once; fifth-first-sight.txt holds what that run gave."""
import json, pathlib

import make_fourth
from make_fourth import at, scene

make_fourth.OUT = pathlib.Path(__file__).resolve().parent / "fifth"


def unreal():
    def head(c, level, text):
        t, ms = c.tick()
        category, text = text.split("|", 1)
        return f"[2026.11.21-{t.replace(':', '.')}:{ms}][{c.n(999):3}]{category}: {level}{text}"
    scene("unreal", 201, [
        ("", "LogInit|Build: ++UE5+Release-5.3-CL-<n>"), ("", "LogNet|Join succeeded: <who>"), ("Display: ", "LogCook|Cook complete, 0 errors"), ("Warning: ", "LogStreaming|Texture pool over budget by <n> MB"), ("", "LogErrorReporter|reporter attached"), ("Verbose: ", "LogTemp|failed=0")], {
        "asset": ("Error: ", "LogStreaming|Couldn't find file for package /Game/Maps/Cave_<n> requested by async loading code."),
        "script": ("Error: ", "LogScript|Script Msg: Accessed None trying to read property Weapon"),
        "crash": ("Error: ", "LogWindows|=== Critical error: ==="), "assert": ("Critical: ", "LogOutputDevice|Assertion failed: Index >= 0 [File:D:\\src\\Bag.cpp] [Line: <n>]")}, head)


def iis():
    def head(c, level, text):
        t, _ = c.tick()
        return f"2026-11-21 {t} 10.0.0.4 {text}"
    req = lambda path, status: f"GET {path} - 443 - <ip> Mozilla/5.0+(Windows+NT+10.0) https://shop.example/ {status} 0 0 <n>"
    scene("iis", 202, [("", req("/cart/<n>", 200)), ("", req("/error.aspx", 200)), ("", req("/missing/<n>", 404)), ("", req("/login", 302)), ("", req("/api/failures", 401))], {
        "pay": ("", req("/api/pay", 500)), "pool": ("", req("/api/stock", 503)), "gateway": ("", req("/feed/rates", 502))}, head, size=90)


def oracle():
    def head(c, level, text):
        t, ms = c.tick()
        return f"2026-11-21T{t}.{ms}812+01:00\n{text}"
    scene("oracle-alert", 203, [
        ("", "Thread 1 advanced to log sequence <n> (LGWR switch)"), ("", "ALTER SYSTEM ARCHIVE LOG"), ("", "Completed checkpoint up to RBA [0x<hex>.2.10], SCN: <n>"), ("", "Errors in log: 0"), ("", "db_recovery_file_dest_size of <n> MB is 12.10% used.")], {
        "internal": ("", "Errors in file /u01/diag/rdbms/shop/trace/shop_ora_<n>.trc  (incident=<n>):", ["ORA-00600: internal error code, arguments: [kdsgrp1], [], [], []"]),
        "space": ("", "ORA-1653: unable to extend table SHOP.ORDERS by 128 in tablespace USERS"),
        "archive": ("", "ORA-19815: WARNING: db_recovery_file_dest_size of <n> bytes is 100.00% used, and has 0 remaining bytes available."),
        "listener": ("", "ORA-12514: TNS:listener does not currently know of service requested in connect descriptor")}, head)


def postfix():
    def head(c, level, text):
        t, _ = c.tick()
        return f"Nov 21 {t} mx1 postfix/{level}[{c.n()}]: {text}"
    scene("postfix", 204, [
        ("smtpd", "connect from unknown[<ip>]"), ("qmgr", "<hex>: from=<shop@example.org>, size=<n>, nrcpt=1 (queue active)"), ("smtp", "<hex>: to=<<who>@example.com>, relay=mail.example.com[<ip>]:25, delay=1.2, dsn=2.0.0, status=sent (250 2.0.0 Ok)"),
        ("smtpd", "NOQUEUE: reject: RCPT from unknown[<ip>]: 554 5.7.1 Service unavailable; Client host blocked; from=<spam@x> to=<<who>@example.org>"), ("anvil", "statistics: max connection rate 1/60s for (smtp:<ip>)"), ("cleanup", "<hex>: message-id=<error-<n>@example.org>")], {
        "table": ("smtpd", "fatal: open database /etc/aliases.db: No such file or directory"), "queue": ("master", "fatal: bind 0.0.0.0 port 25: Address already in use"),
        "panic": ("cleanup", "panic: vstream_fseek: bad stream <n>"), "tls": ("smtpd", "error: open /etc/ssl/mx.key: Permission denied"), "process": ("master", "warning: process /usr/lib/postfix/sbin/smtpd pid <n> killed by signal 11")}, head)


def jenkins():
    def head(c, level, text):
        return text
    scene("jenkins", 205, [
        ("", "[Pipeline] stage"), ("", "[Pipeline] { (Test)"), ("", "+ ./mvnw -B verify"), ("", "[INFO] BUILD SUCCESS"), ("", "Finished: SUCCESS"), ("", "[Pipeline] // catchError"), ("", "[INFO] Tests run: <n>, Failures: 0, Errors: 0, Skipped: 0"), ("", "Started by user <who>"), ("", "[WARNING] Using platform encoding to copy filtered resources")], {
        "script": ("", "ERROR: script returned exit code 1"), "failed": ("", "Finished: FAILURE"),
        "agent": ("", "FATAL: command execution failed", ["java.nio.channels.ClosedChannelException"] + at("org.jenkinsci.remoting.protocol.impl.ChannelApplicationLayer.onReadClosed(ChannelApplicationLayer.java:241)", "java.lang.Thread.run(Thread.java:829)") + ["Caused: java.io.IOException: Backing channel 'linux-<n>' is disconnected."] + at("hudson.remoting.RemoteInvocationHandler.channelOrFail(RemoteInvocationHandler.java:227)")),
        "groovy": ("", "groovy.lang.MissingPropertyException: No such property: versio for class: WorkflowScript", at("org.codehaus.groovy.runtime.ScriptBytecodeAdapter.unwrap(ScriptBytecodeAdapter.java:66)", "WorkflowScript.run(WorkflowScript:<n>)"))}, head)


def flink():
    def head(c, level, text):
        t, ms = c.tick()
        logger, text = text.split("|", 1)
        return f"2026-11-21 {t},{ms} {level:<5} {logger:<60} [] - {text}"
    scene("flink", 206, [
        ("INFO", "org.apache.flink.runtime.checkpoint.CheckpointCoordinator|Completed checkpoint <n> for job <hex> (<n> bytes, checkpointDuration=12 ms, finalizationTime=1 ms)."), ("INFO", "org.apache.flink.runtime.executiongraph.ExecutionGraph|Source: orders (1/4) (<hex>) switched from DEPLOYING to RUNNING."),
        ("INFO", "org.apache.flink.runtime.jobmaster.JobMaster|Using failover strategy RestartPipelinedRegionFailoverStrategy"), ("WARN", "org.apache.flink.runtime.util.HadoopUtils|Could not find Hadoop configuration via any of the supported methods"), ("DEBUG", "org.apache.flink.runtime.taskmanager.Task|0 failed tasks")], {
        "task": ("WARN", "org.apache.flink.runtime.taskmanager.Task|Map (2/4)#0 (<hex>) switched from RUNNING to FAILED with failure cause:", ["java.lang.NumberFormatException: For input string: \"n/a\""] + at("java.base/java.lang.Integer.parseInt(Integer.java:652)", "com.shop.flink.Parse.map(Parse.java:21)", "org.apache.flink.streaming.runtime.tasks.StreamTask.invoke(StreamTask.java:776)")),
        "checkpoint": ("WARN", "org.apache.flink.runtime.checkpoint.CheckpointFailureManager|Failed to trigger or complete checkpoint <n> for job <hex>. (0 consecutive failed attempts so far)", ["org.apache.flink.runtime.checkpoint.CheckpointException: Checkpoint expired before completing."] + at("org.apache.flink.runtime.checkpoint.CheckpointCoordinator$CheckpointCanceller.run(CheckpointCoordinator.java:2134)")),
        "cluster": ("ERROR", "org.apache.flink.runtime.entrypoint.ClusterEntrypoint|Fatal error occurred in the cluster entrypoint."), "slot": ("ERROR", "com.shop.flink.Sink|sink <n> refuses rows")}, head)


def jest():
    def head(c, level, text):
        return text
    scene("npm-jest", 207, [
        ("", "PASS src/errors/format.test.js"), ("", "  ✓ reports a failure (<n> ms)"), ("", "Tests:       12 passed, 12 total"), ("", "added <n> packages, and audited <n> packages in 4s"), ("", "found 0 vulnerabilities"), ("", "> shop@1.4.0 build"), ("", "npm warn deprecated glob@7.2.3: Glob versions prior to v9 are no longer supported"), ("", "webpack compiled successfully in <n> ms")], {
        "assert": ("", "FAIL src/cart.test.js", ["  ● Cart › adds up", "", "    expect(received).toBe(expected) // Object.is equality", "", "    Expected: <n>", "    Received: <n>", "", "      at Object.toBe (src/cart.test.js:14:27)", ""]),
        "resolve": ("", "npm error code ERESOLVE"), "missing": ("", "npm error 404 Not Found - GET https://registry.example/shop-money - Not found"),
        "webpack": ("", "ERROR in ./src/cart.ts <n>:12-20", ["Module not found: Error: Can't resolve './totals' in '/srv/shop/src'"]), "lint": ("", "✖ 3 problems (3 errors, 0 warnings)")}, head)


def rlang():
    def head(c, level, text):
        return text
    scene("r-batch", 208, [
        ("", "> orders <- read.csv(\"orders.csv\")"), ("", "[1] \"week <n>: 0 errors\""), ("", "Loading required package: lattice"), ("", "`summarise()` has grouped output by 'week'."), ("", "Residual standard error: 2.1 on <n> degrees of freedom"), ("", "Coefficients: Estimate Std. Error t value")], {
        "object": ("", "Error in mean(prices) : object 'prices' not found", ["Calls: report -> mean", "Execution halted"]), "file": ("", "Error in file(file, \"rt\") : cannot open the connection", ["Calls: read.csv -> read.table -> file", "Execution halted"]),
        "stop": ("", "Error: week <n> has no orders", ["Execution halted"])}, head, share=0.2)


def fluentd():
    def head(c, level, text):
        t, _ = c.tick()
        return f"2026-11-21 {t} +0000 [{level}]: #0 {text}"
    scene("fluentd", 209, [
        ("info", "following tail of /var/log/containers/errors-<hex>.log"), ("info", "disable filter chain optimization"), ("warn", "buffer flush took longer time than slow_flush_log_threshold: elapsed_time=<n>"), ("info", "retry succeeded. chunk_id=\"<hex>\""), ("debug", "no error while flushing")], {
        "limit": ("error", "failed to flush the buffer, and hit limit for retries. dropping all chunks in the buffer queue. retry_times=17 records=<n> error_class=Fluent::Plugin::ElasticsearchOutput::RecoverableRequestFailure error=\"could not push logs\""),
        "emit": ("error", "unexpected error error_class=NoMethodError error=\"undefined method `merge' for nil:NilClass\"", ["  2026-11-21 10:00:00 +0000 [error]: #0 /usr/lib/ruby/gems/fluentd/lib/fluent/plugin/filter.rb:40:in `filter'", "  2026-11-21 10:00:00 +0000 [error]: #0 /etc/fluent/plugin/mask.rb:12:in `mask'"]),
        "overflow": ("error", "buffer of <who> overflows, oldest chunk <hex> is gone")}, head)


def powershell():
    def head(c, level, text):
        return text
    place = lambda at, category, kind: [f"At C:\\jobs\\{at}", "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~", f"    + CategoryInfo          : {category}", f"    + FullyQualifiedErrorId : {kind}", " "]
    scene("powershell", 210, [
        ("", "VERBOSE: Performing the operation \"Copy File\" on target \"Item: C:\\jobs\\errors.txt\"."), ("", "WARNING: share <n> is nearly full"), ("", "Backup of <who> finished, 0 failed"), ("", "ErrorActionPreference : Continue"), ("", "DEBUG: exception list has <n> entries")], {
        "path": ("", "Get-Item : Cannot find path 'D:\\share\\<who>' because it does not exist.", place("backup.ps1:12 char:1", "ObjectNotFound: (D:\\share:String) [Get-Item], ItemNotFoundException", "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand")),
        "denied": ("", "Copy-Item : Access to the path 'C:\\vault\\key-<n>' is denied.", place("backup.ps1:31 char:5", "PermissionDenied: (C:\\vault:FileInfo) [Copy-Item], UnauthorizedAccessException", "CopyError,Microsoft.PowerShell.Commands.CopyItemCommand")),
        "null": ("", "You cannot call a method on a null-valued expression.", place("backup.ps1:40 char:9", "InvalidOperation: (:) [], RuntimeException", "InvokeMethodOnNull"))}, head, share=0.2)


def winevent():
    def head(c, level, text):
        t, _ = c.tick()
        source, text = text.split("|", 1)
        return f"11/21/2026 {t} AM  {level:<12} {source:<28} {c.of(7034, 1000, 36, 10016)}  {text}"
    scene("windows-events", 211, [
        ("Information", "Service Control Manager|The Windows Error Reporting Service service entered the running state."), ("Information", "Microsoft-Windows-GroupPolicy|The Group Policy settings were processed successfully, no errors."), ("Warning", "Microsoft-Windows-Time-Service|The time service has not synchronized for <n> seconds."), ("Information", "MSSQLSERVER|DBCC CHECKDB (shop) found 0 errors and repaired 0 errors.")], {
        "spooler": ("Error", "Service Control Manager|The Print Spooler service terminated unexpectedly.  It has done this <n> time(s)."), "app": ("Error", "Application Error|Faulting application name: scan.exe, version: 1.2.0.0, time stamp: 0x<hex>"),
        "bugcheck": ("Critical", "Microsoft-Windows-Kernel-Power|The system has rebooted without cleanly shutting down first."), "disk": ("Error", "Disk|The device, \\Device\\Harddisk1\\DR1, has a bad block.")}, head)


if __name__ == "__main__":
    for make in (unreal, iis, oracle, postfix, jenkins, flink, jest, rlang, fluentd, powershell, winevent):
        make()
