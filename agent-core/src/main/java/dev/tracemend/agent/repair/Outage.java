package dev.tracemend.agent.repair;

import dev.tracemend.logs.ThrownException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A failure that no edit of the code mends: something outside it is absent, full, closed or wrong. */
record Outage(String cause, double confidence, List<String> plan) {

    /** Which exceptions mean what; the first line that matches holds. */
    private record Line(Pattern type, Pattern message, double confidence, String cause, List<String> plan) {}

    private static final String ANY = "";
    private static final List<Line> LINES = List.of(
            line(
                    "\\w+",
                    "Address already in use|EADDRINUSE|[Pp]ort \\d+ (?:was |is )?already in use|Errno 98",
                    0.95,
                    "The port is taken: another process listens on it.",
                    "find the process that holds the port and stop it, or configure another port"),
            line(
                    "BindException|PortInUseException",
                    ANY,
                    0.9,
                    "The port is taken: another process listens on it.",
                    "find the process that holds the port and stop it, or configure another port"),
            line(
                    "\\w+",
                    "No space left on device|ENOSPC|Disk quota exceeded|not enough space",
                    0.97,
                    "The disk is full.",
                    "free space or enlarge the volume, then restart what failed"),
            line(
                    "OutOfMemoryError|MemoryError|\\w+",
                    "(?i:java heap space|GC overhead limit|unable to create (?:new )?native thread|Metaspace|heap out of memory)",
                    0.9,
                    "The process ran out of memory.",
                    "take a heap dump and look at what grows; raise the limit only if the load explains it"),
            line(
                    "OutOfMemoryError|MemoryError",
                    ANY,
                    0.9,
                    "The process ran out of memory.",
                    "take a heap dump and look at what grows; raise the limit only if the load explains it"),
            line(
                    "\\w+",
                    "Too many open files|EMFILE",
                    0.9,
                    "The process has too many files or sockets open.",
                    "look for resources that are not closed; raise the limit only if the load explains it"),
            line(
                    "UnknownHostException|gaierror|\\w*UnresolvedAddressException|\\w+",
                    "(?:UnknownHost|ENOTFOUND|EAI_AGAIN|Name or service not known|nodename nor servname|Temporary failure in name resolution)",
                    0.95,
                    "A host name cannot be resolved.",
                    "check the name in the configuration and the name service of this environment"),
            line(
                    "UnknownHostException|gaierror|UnresolvedAddressException",
                    ANY,
                    0.95,
                    "A host name cannot be resolved.",
                    "check the name in the configuration and the name service of this environment"),
            line(
                    "ConnectException|NoRouteToHostException|PortUnreachableException|ConnectionRefusedError|HttpHostConnectException"
                            + "|ClosedChannelException|\\w*ConnectTimeoutException|\\w*ConnectionException|CommunicationsException"
                            + "|CannotGetJdbcConnectionException|CannotCreateTransactionException",
                    ANY,
                    0.95,
                    "A service this one depends on cannot be reached.",
                    "check that the service runs and that host and port in the configuration are right"),
            line(
                    "\\w+",
                    "ECONNREFUSED|Connection refused|Connection is not available|Communications link failure|Too many connections|Connection to \\S+ refused",
                    0.93,
                    "A service this one depends on cannot be reached.",
                    "check that the service runs and that host and port in the configuration are right"),
            line(
                    "\\w*Timeout\\w*(?:Exception|Error)",
                    ANY,
                    0.85,
                    "A service this one depends on did not answer in time.",
                    "look at that service's load and log; a longer limit only hides it"),
            line(
                    "\\w+",
                    "ETIMEDOUT|Connection reset|ECONNRESET|Broken pipe|EPIPE|connection was aborted|Connection timed out",
                    0.85,
                    "The other side closed the connection or did not answer.",
                    "look at the other side's log at this time"),
            line(
                    "SSL\\w*Exception|SSLError|Certificate\\w*Exception|CertPath\\w*Exception|SunCertPathBuilderException",
                    ANY,
                    0.9,
                    "The encrypted connection could not be set up.",
                    "check the certificate's date, name and chain, and the trust store of this process"),
            line(
                    "\\w+",
                    "password authentication failed|Access denied for user|(?i:\\b401 unauthorized|\\b403 forbidden|invalid api key|bad credentials)",
                    0.9,
                    "The credentials were refused.",
                    "check the account and its secret where this environment keeps them"),
            line(
                    "\\w*Authentication\\w*Exception|BadCredentialsException|LoginException|\\w*Unauthorized\\w*|\\w*Forbidden\\w*"
                            + "|InvalidKeyException|AuthorizationException",
                    ANY,
                    0.85,
                    "The credentials were refused.",
                    "check the account and its secret where this environment keeps them"),
            line(
                    "AccessDeniedException|PermissionError|AccessControlException|\\w+",
                    "EACCES|EPERM|Permission denied|Operation not permitted",
                    0.9,
                    "The process may not read or write what it needs.",
                    "check owner and permissions of the file or folder"),
            line(
                    "AccessDeniedException|PermissionError|AccessControlException",
                    ANY,
                    0.85,
                    "The process may not read or write what it needs.",
                    "check owner and permissions of the file or folder"),
            line(
                    "\\w+",
                    "Could not resolve placeholder|(?i:(?:required|missing|undefined|unset|mandatory)[\\w ]{0,20} (?:environment variable|env var|property|configuration|setting|config key))"
                            + "|(?i:(?:environment variable|env var|property|setting|config key) ['\"]?[\\w.-]{1,80}['\"]? (?:is |was )?(?:not set|missing|required|undefined|not defined|not found|must be set))",
                    0.93,
                    "A setting is missing.",
                    "set the value in this environment's configuration"),
            line(
                    "SQLException",
                    "No suitable driver",
                    0.9,
                    "No database driver takes this URL.",
                    "check the JDBC URL's prefix and that the driver is on the class path"),
            line(
                    "FileNotFoundException|NoSuchFileException|FileNotFoundError|FileSystemNotFoundException|Error|\\w*Exception",
                    "ENOENT|No such file or directory|cannot find the (?:file|path) specified",
                    0.85,
                    "A file is missing.",
                    "put the file in its place, or correct the path in the configuration"),
            line(
                    "FileNotFoundException|NoSuchFileException|FileNotFoundError|FileSystemNotFoundException",
                    ANY,
                    0.85,
                    "A file is missing.",
                    "put the file in its place, or correct the path in the configuration"),
            line(
                    "ClassNotFoundException|UnsupportedClassVersionError|NoSuchMethodError|NoSuchFieldError|NoClassDefFoundError|IncompatibleClassChangeError",
                    "^(?!Could not initialize class).*",
                    0.8,
                    "A class is missing from the class path, or has another version than the code was built for.",
                    "compare the versions of the dependencies that were built with those that were deployed"));

    /** Copies the plan. */
    Outage {
        plan = List.copyOf(plan);
    }

    private static Line line(String type, String message, double confidence, String cause, String plan) {
        return new Line(
                Pattern.compile(type), Pattern.compile(message, Pattern.DOTALL), confidence, cause, List.of(plan));
    }

    /** The outage behind a trace: of its root cause, else of an exception around it where the root is not a plain bug. */
    static Optional<Outage> find(Evidence evidence) {
        if (evidence.trace().isEmpty() || bug(evidence.trace().root())) {
            return Optional.empty();
        }
        List<ThrownException> chain = new ArrayList<>(evidence.trace().chain());
        Collections.reverse(chain);
        for (ThrownException exception : chain) {
            for (Line line : LINES) {
                if (line.type().matcher(simple(exception)).matches()
                        && line.message().matcher(bounded(exception.message())).find()) {
                    return Optional.of(told(line, exception));
                }
            }
        }
        return Optional.empty();
    }

    private static Outage told(Line line, ThrownException exception) {
        String message = firstLine(exception.message());
        String said = message.isEmpty() ? simple(exception) : simple(exception) + ": " + message;
        return new Outage(line.cause() + " The log says: " + said, line.confidence(), line.plan());
    }

    private static boolean bug(ThrownException root) {
        return simple(root)
                .matches(
                        "NullPointerException|(?:Array|String)?IndexOutOfBoundsException|ArithmeticException|ClassCastException"
                                + "|NumberFormatException|ConcurrentModificationException|UnsupportedOperationException"
                                + "|NoSuchElementException|StackOverflowError|TypeError|AttributeError|IndexError|ZeroDivisionError");
    }

    static String simple(ThrownException exception) {
        String simple = exception.simpleType();
        return simple.substring(simple.lastIndexOf('$') + 1);
    }

    private static String bounded(String message) {
        return message.length() > 2_000 ? message.substring(0, 2_000) : message;
    }

    /** The first line of a log's text, short enough to quote. */
    static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
