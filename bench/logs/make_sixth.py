#!/usr/bin/env python3
"""Makes sixth/: nine more systems, with more and harder innocent lines, transcribed and labelled after the fifth had been tuned
on and before the detection was run on them once; sixth-first-sight.txt holds what that run gave."""
import json, pathlib

import make_fourth
from make_fourth import at, scene

make_fourth.OUT = pathlib.Path(__file__).resolve().parent / "sixth"


def keycloak():
    def head(c, level, text):
        t, ms = c.tick()
        logger, text = text.split("|", 1)
        return f"2026-11-21 {t},{ms} {level:<5} [{logger}] (executor-thread-{c.n(40)}) {text}"
    scene("keycloak", 301, [
        ("WARN", "org.keycloak.events|type=\"LOGIN_ERROR\", realmId=\"<uuid>\", clientId=\"shop\", userId=\"null\", ipAddress=\"<ip>\", error=\"user_not_found\", auth_method=\"openid-connect\""), ("WARN", "org.keycloak.events|type=\"CODE_TO_TOKEN_ERROR\", realmId=\"<uuid>\", clientId=\"shop\", ipAddress=\"<ip>\", error=\"invalid_code\""),
        ("INFO", "org.infinispan.CLUSTER|ISPN000094: Received new cluster view for channel ISPN: [kc-<n>|2] (2)"), ("INFO", "org.keycloak.connections.infinispan|Node name: kc-<n>, Site name: null"), ("WARN", "io.agroal.pool|Datasource '<default>': JDBC resources leaked: 0 ResultSet(s) and 1 Statement(s)"), ("INFO", "io.quarkus|Profile prod activated.")], {
        "services": ("ERROR", "org.keycloak.services.error.KeycloakErrorHandler|Uncaught server error", ["java.lang.IllegalArgumentException: Session <uuid> not found"] + at("org.keycloak.models.sessions.infinispan.Sessions.get(Sessions.java:91)", "com.shop.idp.Mapper.map(Mapper.java:33)", "java.base/java.lang.Thread.run(Thread.java:840)")),
        "mail": ("ERROR", "org.keycloak.email.DefaultEmailSenderProvider|Failed to send email to <who>@example.org", ["javax.mail.AuthenticationFailedException: 535 5.7.8 authentication failed"] + at("com.sun.mail.smtp.SMTPTransport.authenticate(SMTPTransport.java:965)")),
        "theme": ("ERROR", "org.keycloak.theme.FreeMarkerUtil|template of realm <who> is broken")}, head)


def squid_dns():
    def head(c, level, text):
        t, ms = c.tick()
        return f"21-Nov-2026 {t}.{ms} {text}"
    scene("bind", 302, [
        ("", "queries: info: client @0x7f<hex> <ip>#<n> (shop.example): query: shop.example IN A +E(0)K (<ip>)"), ("", "lame-servers: info: connection refused resolving 'x<n>.example/A/IN': <ip>#53"), ("", "query-errors: info: client @0x7f<hex> <ip>#<n> (nope.example): query failed (SERVFAIL) for nope.example/IN/A at query.c:7824"),
        ("", "general: info: zone shop.example/IN: loaded serial <n>"), ("", "dnssec: info: validating x/A: no valid signature found"), ("", "general: notice: running")], {
        "zone": ("", "general: error: zone depot.example/IN: loading from master file depot.zone failed: file not found"), "key": ("", "config: error: /etc/bind/named.conf:<n>: unknown key 'rndc'"), "socket": ("", "network: critical: creating IPv4 interface eth0 failed; interface ignored"),
        "journal": ("", "general: error: zone shop.example/IN: journal rollforward failed: journal out of sync with zone")}, head, share=0.2)


def airflow_task():
    def head(c, level, text):
        t, ms = c.tick()
        return f"[2026-11-21T{t}.{ms}+0000] {{{c.of('taskinstance', 'logging_mixin', 'subprocess')}.py:{c.n(900)}}} {level} - {text}"
    scene("airflow-task", 303, [
        ("INFO", "Dependencies all met for dep_context=requeueable deps ti=<TaskInstance: errors.load scheduled__2026-11-21 [queued]>"), ("INFO", "Marking task as UP_FOR_RETRY. dag_id=shop, task_id=load, execution_date=20261121"), ("INFO", "Task exited with return code 0"), ("WARNING", "/srv/dags/shop.py:<n> DeprecationWarning: The 'error_handler' argument is deprecated"), ("INFO", "Running command: ['bash', '-c', 'test -f /srv/failed || true']"), ("INFO", "rows rejected: 0, errors: 0"), ("INFO", "Exporting env vars: AIRFLOW_CTX_DAG_ID='failed_orders'")], {
        "key": ("ERROR", "Task failed with exception", ["Traceback (most recent call last):", "  File \"/srv/dags/shop.py\", line 41, in load", "    region = row['region']", "             ~~~^^^^^^^^^^", "KeyError: 'region'"]),
        "bash": ("ERROR", "Task failed with exception", ["Traceback (most recent call last):", "  File \"/usr/lib/python3/airflow/operators/bash.py\", line 210, in execute", "    raise AirflowException(", "airflow.exceptions.AirflowException: Bash command failed. The command returned a non-zero exit code <n>."]),
        "zombie": ("ERROR", "Detected zombie job of dag shop on <hex>")}, head)


def mixed_app():
    def head(c, level, text):
        t, ms = c.tick()
        return f"{t}.{ms} {level:<5} {text}"
    scene("short-clock", 304, [
        ("INFO", "ErrorReporter ready, exceptions go to /errors"), ("INFO", "recovered from IOException: connection reset, attempt 2 ok"), ("WARN", "card of <who> declined (insufficient funds)"), ("INFO", "test suite 'failure modes' passed: 12 ok, 0 failed"), ("DEBUG", "caught expected ParseException: empty line"), ("INFO", "user <who> searched for 'fatal error code 7'"), ("INFO", "circuit breaker closed again after 3 failures"), ("WARN", "cache miss ratio 0.<n>"), ("INFO", "dead letter queue: 0 messages")], {
        "tax": ("ERROR", "no tax table for country <n>"), "ship": ("ERROR", "carrier refused parcel <hex>: weight missing"), "pool": ("FATAL", "no connection left in pool orders after <n> ms")}, head, storm="ship")


def coredns_go():
    def head(c, level, text):
        return f"[{level}] {text}"
    scene("coredns", 305, [
        ("INFO", "<ip>:<n> - <n> \"A IN shop.default.svc.cluster.local. udp 54 false 512\" NOERROR qr,aa,rd 106 0.0001s"), ("INFO", "<ip>:<n> - <n> \"AAAA IN errors.example. udp 54 false 512\" NXDOMAIN qr,rd 106 0.0001s"), ("WARNING", "No files matching import glob pattern: /etc/coredns/custom/*.server"), ("INFO", "plugin/errors: ready"), ("INFO", "plugin/reload: Running configuration SHA512 = <hex>")], {
        "upstream": ("ERROR", "plugin/errors: 2 shop<n>.example. A: read udp <ip>:<n>-><ip>:53: i/o timeout"), "api": ("ERROR", "plugin/kubernetes: Failed to watch *v1.Service: Get \"https://<ip>:443/api/v1/services\": dial tcp <ip>:443: connect: no route to host"), "panic": ("ERROR", "Recovered from panic in server: \"dns://:53\" /srv/server.go:<n> interface conversion")}, head)


def sqlserver():
    def head(c, level, text):
        t, ms = c.tick()
        return f"2026-11-21 {t}.{ms[:2]} {c.of('spid52', 'spid7s', 'Logon', 'Server'):<12}{text}"
    scene("sqlserver", 306, [
        ("", "Starting up database 'errors'."), ("", "Recovery is complete. This is an informational message only. No user action is required."), ("", "DBCC CHECKDB (shop) executed by <who> found 0 errors and repaired 0 errors. Elapsed time: 0 hours 0 minutes 4 seconds."), ("", "The error log has been reinitialized. See the previous log for older entries."), ("", "BACKUP DATABASE successfully processed <n> pages in 1.2 seconds")], {
        "full": ("", "Error: 9002, Severity: 17, State: 2."), "corrupt": ("", "Error: 824, Severity: 24, State: 2."), "kill": ("", "A fatal error occurred in .NET Framework runtime."),
        "io": ("", "SQL Server has encountered <n> occurrence(s) of I/O requests taking longer than 15 seconds to complete on file [D:\\data\\shop.mdf] in database id 5. Operating system error 21 (device is not ready).")}, head, share=0.2)


def dart():
    def head(c, level, text):
        return f"I/flutter ({c.of(811, 812)}): {text}" if level == "I" else text
    scene("dart-server", 307, [
        ("I", "order <n> opened"), ("I", "errors: []"), ("I", "retry worked for <who>"), ("", "[log] 0 failures in <n> widgets"), ("", "Restarted application in <n>ms.")], {
        "state": ("", "Unhandled exception:", ["Bad state: No element", "#0      List.first (dart:core-patch/growable_array.dart:344:5)", "#1      Cart.top (package:shop/cart.dart:31:18)", "#2      main (file:///srv/shop/bin/main.dart:9:3)"]),
        "range": ("", "Unhandled exception:", ["RangeError (index): Invalid value: Not in inclusive range 0..3: <n>", "#0      List.[] (dart:core-patch/growable_array.dart:264:36)", "#1      Shelf.at (package:shop/shelf.dart:12:22)", "#2      main (file:///srv/shop/bin/main.dart:9:3)"])}, head, share=0.2)


def vector():
    def head(c, level, text):
        t, ms = c.tick()
        return f"2026-11-21T{t}.{ms}512Z {level:>5} {text}"
    scene("vector", 308, [
        ("INFO", "vector::app: Log level is enabled. level=\"info\" error_count=0"), ("WARN", "sink{component_id=es component_kind=\"sink\"}:request{request_id=<n>}: vector::sinks::util::retries: Retrying after error. error=Failed to make HTTP(S) request: connection closed before message completed internal_log_rate_limit=true"), ("INFO", "source{component_id=files}: file_source::server: Found new file to watch. file=/var/log/errors-<n>.log"), ("DEBUG", "vector::internal: no error")], {
        "drop": ("ERROR", "sink{component_id=es component_kind=\"sink\"}:request{request_id=<n>}: vector::sinks::util::retries: Not retriable; dropping the request. reason=\"error type: mapper_parsing_exception, reason: failed to parse field [price]\" internal_log_rate_limit=true"),
        "remap": ("ERROR", "transform{component_id=parse component_kind=\"transform\"}: vector::internal_events::remap: Mapping failed with event. error=\"function call error for \\\"parse_json\\\" at (<n>:<n>): unable to parse json\" internal_log_rate_limit=true"),
        "panic": ("ERROR", "vector::topology: An error occurred that Vector couldn't handle: the task panicked and was aborted.")}, head)


def nomad_bash():
    def head(c, level, text):
        return text
    scene("deploy-script", 309, [
        ("", "+ set -euo pipefail"), ("", "==> Uploading errors.tar (<n> bytes)"), ("", "Step 4/12 : RUN npm ci --no-audit || echo failed > /dev/null"), ("", " ---> Using cache"), ("", "Successfully built <hex>"), ("", "mkdir: created directory '/srv/errors'"), ("", "Unpacking libgpg-error0 (1.46-1) ..."), ("", "Setting up liberror-perl (0.17029-2) ..."), ("", "rsync: sent <n> bytes, 0 errors")], {
        "disk": ("", "tar: /srv/out.tar: Cannot write: No space left on device"), "cmd": ("", "./deploy.sh: line <n>: kubectl: command not found"),
        "ssh": ("", "ssh: connect to host web<n> port 22: Connection refused"), "docker": ("", "Error response from daemon: pull access denied for shop/web<n>, repository does not exist or may require 'docker login'"),
        "helm": ("", "Error: UPGRADE FAILED: timed out waiting for the condition"), "make": ("", "make: *** [Makefile:<n>: image] Error 2")}, head, share=0.2)


if __name__ == "__main__":
    for make in (keycloak, squid_dns, airflow_task, mixed_app, coredns_go, sqlserver, dart, vector, nomad_bash):
        make()
