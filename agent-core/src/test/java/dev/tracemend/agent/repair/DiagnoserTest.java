package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnoserTest {
    @TempDir
    private Path folder;

    private Diagnosis diagnosed(CrashLab lab) throws Exception {
        return Diagnoser.diagnose(lab.evidence(), lab.project()).orElseThrow();
    }

    private CrashLab lab(String body) throws Exception {
        return new CrashLab(folder).with("shop.Main", """
                package shop;

                import java.util.*;

                public class Main {
                %s}
                """.formatted(body.indent(4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.net.ConnectException | Connection refused | cannot be reached",
                "java.net.UnknownHostException | db.internal | cannot be resolved",
                "java.net.SocketTimeoutException | Read timed out | did not answer in time",
                "java.net.http.HttpConnectTimeoutException | HTTP connect timed out | cannot be reached",
                "java.sql.SQLTransientConnectionException | HikariPool-1 - Connection is not available | cannot be reached",
                "org.postgresql.util.PSQLException | Connection to db:5432 refused. | cannot be reached",
                "java.sql.SQLException | No suitable driver found for jdbc:postgres:x | No database driver",
                "java.net.BindException | Address already in use | port is taken",
                "java.io.IOException | No space left on device | disk is full",
                "java.lang.OutOfMemoryError | Java heap space | out of memory",
                "javax.net.ssl.SSLHandshakeException | PKIX path building failed | encrypted connection",
                "org.postgresql.util.PSQLException | FATAL: password authentication failed for user x | credentials",
                "java.lang.IllegalStateException | Required environment variable DB_URL is not set | setting is missing",
                "java.lang.IllegalArgumentException | Could not resolve placeholder 'db.url' in value | setting is missing",
                "java.io.FileNotFoundException | rates.csv (No such file or directory) | file is missing",
                "java.nio.file.NoSuchFileException | rates.csv | file is missing",
                "java.io.FileNotFoundException | /proc/x (Permission denied) | may not read or write",
                "java.lang.NoClassDefFoundError | org/x/Y | class is missing",
            })
    void whatFailedOutsideTheCodeIsNotEdited(String type, String message, String words) {
        StackTrace trace = wrapped(new ThrownException(type, message, List.of()));
        Evidence evidence = new Evidence(trace, List.of(), List.of());
        Project project = new Project(folder, List.of(), List.of(), List.of());
        assertThat(Diagnoser.diagnose(evidence, project)).hasValueSatisfying(diagnosis -> {
            assertThat(diagnosis.editable()).isFalse();
            assertThat(diagnosis.cause()).contains(words);
            assertThat(diagnosis.confidence()).isBetween(0.8, 1.0);
            assertThat(diagnosis.plan()).isNotEmpty();
        });
        assertThat(new CrashRules().candidates(evidence, project)).isEmpty();
    }

    private static StackTrace wrapped(ThrownException root) {
        StackFrame frame = new StackFrame("shop.Main", "run", "Main.java", 3, true);
        return new StackTrace(
                Language.JAVA, List.of(new ThrownException("shop.ShopException", "it failed", List.of(frame)), root));
    }

    @Test
    void refusedRequestIsToldWithItsConditionAndNotEdited() throws Exception {
        CrashLab lab = lab("""
                static final class BadRequest extends RuntimeException {
                    BadRequest(String message) {
                        super(message);
                    }
                }

                static int checked(int quantity) {
                    if (quantity <= 0) {
                        throw new BadRequest(
                                "quantity must be positive, got " + quantity);
                    }
                    return quantity;
                }

                public static Object run() {
                    return checked(-3);
                }
                """);
        Diagnosis diagnosis = diagnosed(lab);
        assertThat(diagnosis.editable()).isFalse();
        assertThat(diagnosis.cause())
                .isEqualTo("checked refuses on purpose with BadRequest because quantity <= 0."
                        + " It says: quantity must be positive, got -3");
        assertThat(diagnosis.evidence()).first().asString().startsWith("src/main/java/shop/Main.java:");
        assertThat(lab.candidates()).isEmpty();
    }

    @Test
    void brokenStateIsToldWithLessConfidence() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    boolean open = "x".isEmpty();
                    if (open) {
                        return 1;
                    }
                    throw new IllegalStateException("closed");
                }
                """);
        Diagnosis diagnosis = diagnosed(lab);
        assertThat(diagnosis.editable()).isFalse();
        assertThat(diagnosis.confidence()).isLessThan(0.6);
        assertThat(diagnosis.cause()).contains("because not (open)");
        assertThat(lab.candidates()).isEmpty();
    }

    @Test
    void refusalMadeByALambdaIsARefusal() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    Optional<String> found = Optional.empty();
                    return found.orElseThrow(() -> new IllegalArgumentException("no such order"));
                }
                """);
        assertThat(diagnosed(lab).editable()).isFalse();
        assertThat(lab.candidates()).isEmpty();
    }

    @Test
    void faultInTheMessageOfARefusalIsAFault() throws Exception {
        CrashLab lab = lab("""
                static String name;

                public static Object run() {
                    throw new IllegalStateException("no " + name.trim());
                }
                """);
        assertThat(diagnosed(lab).editable()).isTrue();
        assertThat(lab.candidates()).isNotEmpty();
    }

    @Test
    void nullIsTracedInWords() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    Map<String, Integer> rates = new HashMap<>();
                    int rate = rates.get("IS");
                    return rate;
                }
                """);
        Diagnosis diagnosis = diagnosed(lab);
        assertThat(diagnosis.editable()).isTrue();
        assertThat(diagnosis.cause())
                .isEqualTo("The call Map.get() gave null, and a number or flag is taken from it"
                        + " at src/main/java/shop/Main.java:8.");
        assertThat(diagnosis.confidence()).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.ArrayIndexOutOfBoundsException | Index 6 out of bounds for length 6 | Index 6 of 6 elements is asked for; that is one behind the last.",
                "java.lang.StringIndexOutOfBoundsException | begin 0, end -1, length 3 | Index -1 of 3 elements is asked for; below zero often means that something was not found.",
                "java.lang.ArithmeticException | / by zero | A number is divided by zero.",
                "java.lang.NumberFormatException | For input string: \" 12\" | The text \" 12\" is not a number; there is white space around it.",
                "java.lang.ClassCastException | class java.lang.Long cannot be cast to class java.lang.Integer (java.lang.Long is in x) | A value is a java.lang.Long, but the code takes it for a java.lang.Integer.",
                "java.lang.IllegalArgumentException | No enum constant shop.State.open | \"open\" is not the name of a constant of shop.State.",
                "shop.OddException | something odd | OddException says: something odd",
            })
    void causeIsToldInWords(String type, String message, String cause) {
        ThrownException root = new ThrownException(type, message, List.of());
        Evidence evidence = new Evidence(new StackTrace(Language.JAVA, List.of(root)), List.of(), List.of());
        Project project = new Project(folder, List.of(), List.of(), List.of());
        assertThat(Diagnoser.diagnose(evidence, project)).hasValueSatisfying(diagnosis -> {
            assertThat(diagnosis.cause()).isEqualTo(cause + " No line of this checkout is in the trace.");
            assertThat(diagnosis.confidence()).isLessThanOrEqualTo(0.5);
        });
    }

    @Test
    void environmentOfAScriptIsNotEdited() throws Exception {
        Path root = folder.toRealPath();
        Files.writeString(root.resolve("app.py"), "import os\nurl = os.environ['DB_URL']\n");
        StackFrame frame = new StackFrame("", "<module>", "/srv/app.py", 2, true);
        StackTrace trace =
                new StackTrace(Language.PYTHON, List.of(new ThrownException("KeyError", "'DB_URL'", List.of(frame))));
        Project project = new Project(root, List.of(), List.of(), List.of());
        Evidence evidence = new Evidence(trace, List.of(), Locator.locate(trace, project));
        assertThat(Diagnoser.diagnose(evidence, project)).hasValueSatisfying(diagnosis -> {
            assertThat(diagnosis.editable()).isFalse();
            assertThat(diagnosis.cause()).contains("'DB_URL'");
        });
    }

    @Test
    void noTraceIsNoDiagnosis() {
        Evidence none = new Evidence(StackTrace.NONE, List.of(), List.of());
        assertThat(Diagnoser.diagnose(none, new Project(folder, List.of(), List.of(), List.of())))
                .isEmpty();
    }
}
