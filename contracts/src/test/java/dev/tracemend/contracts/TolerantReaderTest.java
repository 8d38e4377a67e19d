package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TolerantReaderTest {

    @Test
    void plainTextIsALineOfTheRecordsKeyAndTime() {
        LogLine line = line("ERROR cannot open the till\r\n");
        assertThat(line).isEqualTo(LogLine.bare("ERROR cannot open the till", "till.log", 7.5));
    }

    @Test
    void plainTextOfSeveralLinesIsOneEvent() {
        LogLine line = line("java.lang.Error\n\tat a.B.c(B.java:1)\n");
        assertThat(line.multiline()).isTrue();
        assertThat(line.line()).isEqualTo("java.lang.Error\n\tat a.B.c(B.java:1)");
    }

    @Test
    void emptyValueIsAnEmptyLine() {
        assertThat(line("").line()).isEmpty();
    }

    @Test
    void lineAndTimeAreEnough() {
        LogLine line = line("{\"line\":\"x\",\"ts\":1.0}");
        assertThat(line.line()).isEqualTo("x");
        assertThat(line.ts()).isEqualTo(1.0);
        assertThat(line.source()).isEqualTo("till.log");
        assertThat(line.kind()).isEqualTo(LogLine.Kind.LINE);
        assertThat(line.v()).isEqualTo(1);
    }

    @Test
    void timeMayBeMissingOrNoNumber() {
        assertThat(line("{\"line\":\"x\"}").ts()).isEqualTo(7.5);
        assertThat(line("{\"line\":\"x\",\"ts\":\"yesterday\"}").ts()).isEqualTo(7.5);
        assertThat(line("{\"line\":\"x\",\"ts\":null}").ts()).isEqualTo(7.5);
        assertThat(line("{\"line\":\"x\",\"ts\":1e400}").ts()).isEqualTo(7.5);
    }

    @Test
    void jsonWithoutLineIsText() {
        String json = "{\"level\":\"error\",\"message\":\"no till\"}";
        assertThat(line(json)).isEqualTo(LogLine.bare(json, "till.log", 7.5));
        assertThat(line("{\"line\":12}").line()).isEqualTo("{\"line\":12}");
    }

    @Test
    void textThatBeginsLikeJsonIsKeptWhole() {
        assertThat(line("{broken").line()).isEqualTo("{broken");
        assertThat(line("{\"line\":\"x\"} and more").line()).isEqualTo("{\"line\":\"x\"} and more");
        assertThat(line("[1]").line()).isEqualTo("[1]");
    }

    @Test
    void tickNeedsNoText() {
        LogLine tick = line("{\"kind\":\"tick\",\"ts\":9.0,\"source\":\"a\"}");
        assertThat(tick.kind()).isEqualTo(LogLine.Kind.TICK);
        assertThat(tick.line()).isEmpty();
        assertThat(tick.source()).isEqualTo("a");
    }

    @Test
    void contextMayBeNamedLines() {
        assertThat(context("{\"lines\":[\"a\",\"b\"]}").ctx()).containsExactly("a", "b");
        assertThat(context("{\"lines\":\"a\\nb\\n\"}").ctx()).containsExactly("a", "b");
        assertThat(context("{\"ctx\":[\"a\"],\"lines\":[\"b\"]}").ctx()).containsExactly("a");
    }

    @Test
    void contextAloneIsEnough() {
        ErrorContext context = context("{\"ctx\":[\"a\"]}");
        assertThat(context.fingerprint()).isEmpty();
        assertThat(context.exceptions()).isEmpty();
        assertThat(context.count()).isZero();
        assertThat(context.window()).isEqualTo(new TimeWindow(0, 0));
    }

    @Test
    void nullsAreAbsent() {
        ErrorContext context = context("{\"ctx\":[\"a\",null],\"count\":null,\"exceptions\":[null],\"window\":null}");
        assertThat(context.ctx()).containsExactly("a");
        assertThat(context.exceptions()).isEmpty();
    }

    @Test
    void fiveKeysAreAResult() {
        FixResult result = Wire.fixResult(
                utf8("{\"container\":\"app\",\"summary\":\"s\",\"key_points\":\"k\",\"plan\":\"p\",\"ts\":1.0}"));
        assertThat(result.keyPoints()).isEqualTo("k");
        assertThat(result.verdict()).isEqualTo(Verdict.DIAGNOSED);
        assertThat(result.patch()).isEqualTo(PatchInfo.NONE);
        assertThat(result.verification()).isEqualTo(VerificationInfo.NONE);
        assertThat(result.durations()).isEmpty();
    }

    @Test
    void fiveKeysAreInEveryResult() throws IOException {
        FixResult empty = Wire.fixResult(utf8("{\"container\":\"\"}"));
        for (FixResult result : List.of(empty, Samples.VERIFIED, Samples.DIAGNOSED)) {
            JsonNode written = new ObjectMapper().readTree(Wire.write(result));
            assertThat(written.fieldNames()).toIterable().contains("container", "summary", "key_points", "plan", "ts");
            assertThat(written.get("summary").isTextual()).isTrue();
            assertThat(written.get("key_points").isTextual()).isTrue();
            assertThat(written.get("plan").isTextual()).isTrue();
            assertThat(written.get("ts").isNumber()).isTrue();
        }
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(context("{\"ctx\":[],\"colour\":{\"of\":[\"the\",\"day\"]}}").ctx())
                .isEmpty();
    }

    private static LogLine line(String text) {
        return Wire.logLine(utf8(text), "till.log", 7.5);
    }

    private static ErrorContext context(String json) {
        return Wire.errorContext(utf8(json));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
