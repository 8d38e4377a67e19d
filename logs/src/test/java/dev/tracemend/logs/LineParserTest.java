package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineParserTest {
    private static final long TEN = Instant.parse("2026-11-21T10:00:00Z").toEpochMilli();

    /** Line, level, milliseconds after ten o'clock (empty: no time), logger, thread, message. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '~', emptyValue = "", textBlock = """
            2026-11-21 10:00:00.123 ERROR [main] c.a.Shop - order failed ¦ ERROR ¦ 123 ¦ c.a.Shop ¦ main ¦ order failed
            2026-11-21 10:00:00,123 [main] ERROR com.acme.Shop - order failed ¦ ERROR ¦ 123 ¦ com.acme.Shop ¦ main ¦ order failed
            10:00:00.123 [http-nio-8080-exec-1] WARN  c.a.Shop -- slow ¦ WARN ¦ ~~ ¦ c.a.Shop ¦ http-nio-8080-exec-1 ¦ slow
            2026-11-21T10:00:00.123Z ERROR 17 --- [shop] [nio-8080-exec-1] s.Shop : boom ¦ ERROR ¦ 123 ¦ s.Shop ¦ nio-8080-exec-1 ¦ boom
            2026-11-21T10:00:00.123+00:00  INFO 17 --- [           main] s.ShopApplication  : Started in 2.1 seconds ¦ INFO ¦ 123 ¦ s.ShopApplication ¦ main ¦ Started in 2.1 seconds
            2026-11-21T11:00:00.5+01:00 ERROR [main] c.a.Shop:42 - boom ¦ ERROR ¦ 500 ¦ c.a.Shop ¦ main ¦ boom
            2026-11-21 10:00:00.123 ERROR com.acme.Shop order failed ¦ ERROR ¦ 123 ¦ com.acme.Shop ¦ ~~ ¦ order failed
            2026-11-21 10:00:00.123 | ERROR | main | c.a.Shop | boom ¦ ERROR ¦ 123 ¦ c.a.Shop ¦ main ¦ boom
            21-Nov-2026 10:00:00.123 SEVERE [main] org.apache.catalina.Startup.load Failed ¦ ERROR ¦ 123 ¦ org.apache.catalina.Startup.load ¦ main ¦ Failed
            2026-11-21 10:00:00,123 ERROR shop.orders: request failed ¦ ERROR ¦ 123 ¦ shop.orders ¦ ~~ ¦ request failed
            2026-11-21 10:00:00,123 - shop.orders - ERROR - request failed ¦ ERROR ¦ 123 ¦ shop.orders ¦ ~~ ¦ request failed
            [2026-11-21 10:00:00,123] ERROR in app: Exception on / [GET] ¦ ERROR ¦ 123 ¦ app ¦ ~~ ¦ Exception on / [GET]
            [2026-11-21 10:00:00 +0000] [17] [ERROR] Worker failed to boot ¦ ERROR ¦ 0 ¦ ~~ ¦ ~~ ¦ Worker failed to boot
            ERROR:root:division by zero ¦ ERROR ¦ ~~ ¦ root ¦ ~~ ¦ division by zero
            CRITICAL:shop.pay:card lost ¦ FATAL ¦ ~~ ¦ shop.pay ¦ ~~ ¦ card lost
            INFO:     127.0.0.1:5 - "GET / HTTP/1.1" 200 OK ¦ INFO ¦ ~~ ¦ ~~ ¦ ~~ ¦ 127.0.0.1:5 - "GET / HTTP/1.1" 200 OK
            ERROR:    Exception in ASGI application ¦ ERROR ¦ ~~ ¦ ~~ ¦ ~~ ¦ Exception in ASGI application
            E1121 10:00:00.123456      17 store.go:42] cannot connect ¦ ERROR ¦ ~~ ¦ store.go ¦ 17 ¦ cannot connect
            2026/11/21 10:00:00 [error] 123#0: *1 connect() failed ¦ ERROR ¦ 0 ¦ ~~ ¦ ~~ ¦ *1 connect() failed
            [Sat Nov 21 10:00:00.123456 2026] [core:error] [pid 17:tid 3] [client 1.2.3.4:5] AH00037: denied ¦ ERROR ¦ 123 ¦ core ¦ pid 17:tid 3 ¦ AH00037: denied
            <27>1 2026-11-21T10:00:00Z host shop 17 ID1 - it broke ¦ ERROR ¦ 0 ¦ shop ¦ ~~ ¦ it broke
            <28>Nov 21 10:00:00 host shop[17]: it is slow ¦ WARN ¦ ~~ ¦ shop ¦ ~~ ¦ it is slow
            Nov 21 10:00:00 host shop[17]: ERROR it broke ¦ ERROR ¦ ~~ ¦ shop ¦ ~~ ¦ it broke
            2026-11-21T10:00:00.123456789Z stderr F ERROR c.a.Shop - boom ¦ ERROR ¦ 123 ¦ c.a.Shop ¦ ~~ ¦ boom
            app-1  | 2026-11-21 10:00:00.123 ERROR [main] c.a.Shop - boom ¦ ERROR ¦ 123 ¦ c.a.Shop ¦ main ¦ boom
            2026-11-21 10:00:00.123 UTC [17] ERROR:  relation "x" does not exist ¦ ERROR ¦ 123 ¦ ~~ ¦ ~~ ¦ relation "x" does not exist
            {"timestamp":"2026-11-21T10:00:00.123Z","level":"ERROR","logger":"c.a.Shop","thread":"main","message":"say \\"no\\""} ¦ ERROR ¦ 123 ¦ c.a.Shop ¦ main ¦ say "no"
            {"level":50,"time":1795255200123,"pid":7,"msg":"failed"} ¦ ERROR ¦ 123 ¦ ~~ ¦ 7 ¦ failed
            {"severity":"CRITICAL","ts":1795255200.123,"message":"failed"} ¦ FATAL ¦ 123 ¦ ~~ ¦ ~~ ¦ failed
            {"@timestamp":"2026-11-21T10:00:00.123Z","log.level":"WARN","log":{"logger":"c.a.Shop"},"message":"m"} ¦ WARN ¦ 123 ¦ c.a.Shop ¦ ~~ ¦ m
            time=2026-11-21T10:00:00.123Z level=error msg="no such user" logger=store ¦ ERROR ¦ 123 ¦ store ¦ ~~ ¦ no such user
            level=warning ts=1795255200 msg=slow ¦ WARN ¦ 0 ¦ ~~ ¦ ~~ ¦ slow
            [ERROR] Failed to compile ¦ ERROR ¦ ~~ ¦ ~~ ¦ ~~ ¦ Failed to compile
            CRITICAL disk is full ¦ FATAL ¦ ~~ ¦ ~~ ¦ ~~ ¦ disk is full
            INFO 0 errors, failed=0 ¦ INFO ¦ ~~ ¦ ~~ ¦ ~~ ¦ 0 errors, failed=0
            2026-11-21T10:00:00.000Z error users: failed ¦ ERROR ¦ 0 ¦ users ¦ ~~ ¦ failed
            Error: it broke ¦ UNKNOWN ¦ ~~ ¦ ~~ ¦ ~~ ¦ Error: it broke
            Information about errors ¦ UNKNOWN ¦ ~~ ¦ ~~ ¦ ~~ ¦ Information about errors
            hello from backend ¦ UNKNOWN ¦ ~~ ¦ ~~ ¦ ~~ ¦ hello from backend
            KeyError: 'user' ¦ UNKNOWN ¦ ~~ ¦ ~~ ¦ ~~ ¦ KeyError: 'user'
            2026-11-21 10:00:00.123 ERROR [main] c.a.Shop - java.io.IOException: x ¦ ERROR ¦ 123 ¦ c.a.Shop ¦ main ¦ java.io.IOException: x
            2026-11-21 10:00:00.123 ERROR NullPointerException: x ¦ ERROR ¦ 123 ¦ ~~ ¦ ~~ ¦ NullPointerException: x
            2026-11-21 10:00:00.123 ERROR 12 items lost ¦ ERROR ¦ 123 ¦ ~~ ¦ ~~ ¦ 12 items lost
            """)
    void readsTheCommonLayouts(String line, Level level, String millis, String logger, String thread, String message) {
        LineFacts facts = LineParser.parse(line);

        assertThat(facts.level()).isEqualTo(level);
        assertThat(facts.time().isPresent() ? String.valueOf(facts.time().getAsLong() - TEN) : "")
                .isEqualTo(millis);
        assertThat(facts.logger()).isEqualTo(logger);
        assertThat(facts.thread()).isEqualTo(thread);
        assertThat(facts.message()).isEqualTo(message);
    }

    @Test
    void readsTheTwoLinesOfJavaUtilLogging() {
        LineFacts facts = LineParser.parse("Nov 21, 2026 10:00:00 AM shop.Shop main\nSEVERE: it broke\njava.lang.X");
        LineFacts afternoon = LineParser.parse("Nov 21, 2026 10:00:00\u202fPM shop.Shop main\nINFO: fine");

        assertThat(facts.level()).isEqualTo(Level.ERROR);
        assertThat(facts.time()).hasValue(TEN);
        assertThat(facts.logger()).isEqualTo("shop.Shop");
        assertThat(facts.message()).isEqualTo("it broke");
        assertThat(afternoon.time()).hasValue(TEN + 12 * 3_600_000L);
    }

    @Test
    void readsThroughColours() {
        LineFacts facts =
                LineParser.parse("\u001b[2m2026-11-21 10:00:00\u001b[0;39m \u001b[31mERROR\u001b[0;39m it broke\r");

        assertThat(facts.level()).isEqualTo(Level.ERROR);
        assertThat(facts.message()).isEqualTo("it broke");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30 10:00:00 ERROR x",
        "2026-13-01 10:00:00 ERROR x",
        "2026-11-21 25:00:00 ERROR x",
        "9999-99-99 99:99:99 ERROR x"
    })
    void takesNoImpossibleTime(String line) {
        assertThat(LineParser.parse(line).time()).isEmpty();
    }

    @Test
    void looksForTheLevelOnlyNearTheStart() {
        String line = "2026-11-21 10:00:00 " + "[x] ".repeat(100) + "ERROR late";

        assertThat(LineParser.parse(line).level()).isEqualTo(Level.UNKNOWN);
    }
}
