package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MalformedRecordTest {
    private static final byte[] BINARY = {0, 1, (byte) 0xff, (byte) 0xfe, 2};

    @Test
    void bytesThatAreNoTextAreRefusedByEveryReader() {
        refused(bytes -> Wire.logLine(bytes, "", 0), BINARY, "a log line must be UTF-8 text");
        refused(Wire::errorContext, BINARY, "a context must be UTF-8 text");
        refused(Wire::fixResult, BINARY, "a result must be UTF-8 text");
        refused(Wire::memoryEntry, BINARY, "a memory entry must be UTF-8 text");
        refused(Wire::deadLetter, BINARY, "a dead letter must be UTF-8 text");
    }

    @Test
    void aRecordWithoutValueIsRefusedByEveryReader() {
        assertThatThrownBy(() -> Wire.logLine(null, "", 0)).isInstanceOf(MalformedRecordException.class);
        assertThatThrownBy(() -> Wire.errorContext(null)).hasMessage("a context needs a value; the record has none");
        assertThatThrownBy(() -> Wire.fixResult(null)).isInstanceOf(MalformedRecordException.class);
        assertThatThrownBy(() -> Wire.memoryEntry(null)).isInstanceOf(MalformedRecordException.class);
        assertThatThrownBy(() -> Wire.deadLetter(null)).isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void textThatIsNoObjectIsRefused() {
        refused(Wire::errorContext, utf8("not json"), "a context must be a JSON object");
        refused(Wire::errorContext, utf8(""), "a context must be a JSON object");
        refused(Wire::fixResult, utf8("[1]"), "a result must be a JSON object");
        refused(Wire::memoryEntry, utf8("null"), "a memory entry must be a JSON object");
        refused(Wire::deadLetter, utf8("{\"topic\":\"a\"} {}"), "a dead letter must be a JSON object");
    }

    @Test
    void messageNamesWhatIsMissingAndWhatWasFound() {
        refused(
                Wire::errorContext,
                utf8("{\"text\":1,\"ts\":2}"),
                "a context needs \"ctx\" (or \"lines\") with its log lines; found the keys text, ts");
        refused(Wire::errorContext, utf8("{\"lines\":null}"), "found the keys lines");
        refused(Wire::errorContext, utf8("{\"ctx\":\"a\"}"), "found the keys ctx");
        refused(Wire::fixResult, utf8("{\"summary\":\"s\"}"), "a result needs the text \"container\"; found the keys");
        refused(Wire::memoryEntry, utf8("{}"), "a memory entry needs the text \"fingerprint\"");
        refused(Wire::deadLetter, utf8("{\"topic\":1}"), "a dead letter needs the text \"topic\"");
    }

    @Test
    void fieldOfTheWrongTypeIsNamed() {
        refused(Wire::errorContext, utf8("{\"ctx\":[],\"count\":\"many\"}"), "not a ErrorContext");
        refused(Wire::fixResult, utf8("{\"container\":\"a\",\"verdict\":\"perhaps\"}"), "perhaps");
        refused(bytes -> Wire.logLine(bytes, "", 0), utf8("{\"line\":\"x\",\"kind\":1}"), "not a LogLine");
        refused(bytes -> Wire.logLine(bytes, "", 0), utf8("{\"line\":\"x\",\"offset\":1e30}"), "not a LogLine");
    }

    @Test
    void nestingWithoutEndIsRefusedWithoutOverflow() {
        refused(Wire::errorContext, utf8("{\"ctx\":" + "[".repeat(100_000)), "a context must be a JSON object");
        refused(Wire::fixResult, utf8("{\"a\":".repeat(100_000)), "a result must be a JSON object");
    }

    @Test
    void messageIsOneLine() {
        assertThatThrownBy(() -> Wire.errorContext(utf8("{\"ctx\":[],\"window\":\"a\\nb\"}")))
                .isInstanceOf(MalformedRecordException.class)
                .message()
                .doesNotContain("\n");
    }

    private static void refused(Function<byte[], ?> reader, byte[] value, String message) {
        assertThatThrownBy(() -> reader.apply(value))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(message);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
