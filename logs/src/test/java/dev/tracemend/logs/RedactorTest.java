package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String JWT =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

    private final Redactor redactor = new Redactor();

    /** Secrets in pieces, so that no scanner takes this file for a leak. */
    static Stream<List<String>> secrets() {
        String random = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5";
        return Stream.of(
                List.of("Authorization: Bearer %s", random, "authorization"),
                List.of("authorization=Basic %s, Accept=*/*", "dXNlcjpwdw==", "authorization"),
                List.of("{\"Authorization\":\"Bearer %s\",\"Accept\":\"x\"}", random, "authorization"),
                List.of("sent bearer %s to the gateway", random, "bearer"),
                List.of("Cookie: %s", "JSESSIONID=A1B2C3; theme=dark", "cookie"),
                List.of("Set-Cookie: %s", "sid=A1B2C3; Path=/", "cookie"),
                List.of("got %s from the client", JWT, "jwt"),
                List.of("jdbc:postgresql://shop:%s@db:5432/shop failed", "hunter2", "password"),
                List.of("cloning https://user:%s@git.example/shop.git", "p:w!x", "password"),
                List.of("login with password=%s, user=jane", "hunter2", "password"),
                List.of("{\"user\":\"jane\",\"password\":\"%s\",\"n\":1}", "hun ter2", "password"),
                List.of("{\\\"password\\\":\\\"%s\\\",\\\"n\\\":1}", "hunter2", "password"),
                List.of("password: %s", "hunter2", "password"),
                List.of("spring.datasource.password=%s", "hunter2", "password"),
                List.of("DB_PASSWORD='%s' ./run", "hun'".substring(0, 3), "password"),
                List.of("run --db-password %s --port 80", "hunter2", "password"),
                List.of("Config{user=jane, passwd=%s}", "hunter2", "password"),
                List.of("client_secret=%s&grant=x", "s3cr3t-value", "secret"),
                List.of("api_key: %s", "abc123def456", "key"),
                List.of("x-api-key=%s", "abc123def456", "key"),
                List.of("GET /x?access_token=%s&y=1", "abcdef", "token"),
                List.of("\"refresh_token\": \"%s\"", "abcdef", "token"),
                List.of("key %s is in use", "AKIA" + "IOSFODNN7EXAMPLE", "aws-key"),
                List.of("key %s is in use", "AIza" + random.substring(0, 35), "gcp-key"),
                List.of("push with %s failed", "ghp_" + random, "github-token"),
                List.of("push with %s failed", "github_pat_" + random, "github-token"),
                List.of("bot %s is gone", "xoxb-" + "1234567890-abcdef", "slack-token"),
                List.of("model key %s is wrong", "sk-" + "proj-" + random, "api-key"),
                List.of("stripe %s", "sk_" + "live_" + random, "api-key"),
                List.of("paid with 4111 1111 1111 %s", "", "card"),
                List.of(
                        "before %s after",
                        "-----BEGIN RSA PRIVATE KEY-----\nMIIEow/+=\nabc\n-----END RSA PRIVATE KEY-----",
                        "private-key"),
                List.of(
                        "{\"k\":\"%s\"}",
                        "-----BEGIN PRIVATE KEY-----\\nMIIEow/+=\\n-----END PRIVATE KEY-----\\n", "private-key"));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void masksTheSecretAndNothingElse(List<String> secret) {
        String text = secret.get(2).equals("card")
                ? "paid with 4111 1111 1111 1111 today"
                : String.format(secret.get(0), secret.get(1));

        Redaction redaction = redactor.redact(text);

        assertThat(redaction.text()).contains("[redacted:" + secret.get(2) + "]");
        assertThat(redaction.count()).isEqualTo(1);
        if (!secret.get(1).isEmpty()) {
            assertThat(redaction.text()).doesNotContain(secret.get(1));
            String[] around = secret.get(0).split("%s", -1);
            assertThat(redaction.text())
                    .startsWith(around[0].replace("Bearer ", "").replace("Basic ", ""));
            assertThat(redaction.text()).endsWith(around[1]);
        }
        assertThat(redactor.redact(redaction.text())).isEqualTo(new Redaction(redaction.text(), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21 10:00:00.123 ERROR [main] c.a.Shop - order 4711 failed",
                "max_tokens=512, tokens: 1024, token=5",
                "Unexpected token } in JSON at position 1",
                "unexpected token: '}'",
                "passwordless login, secretary: jane, tokenizer=fast",
                "password=null, secret=none, token=${TOKEN}, api_key=***",
                "shop.InvalidPassword: too short",
                "Cannot invoke \"Token.value()\" because \"token\" is null",
                "basic authentication failed for jane",
                "at 2026-11-21 10:00:00 id 1763719200123 nanos 1763719200123456789",
                "commit 4111111111111112 and uuid 41111111-1111-4111-8111-111111111111",
                "PWD=/srv/app",
                "http://shop:8080/cart?mail=jane@acme.example",
                "\tat com.acme.security.Token.password(Token.java:42)",
                "-----BEGIN CERTIFICATE-----",
            })
    void leavesPlainTextAlone(String text) {
        assertThat(redactor.redact(text)).isEqualTo(new Redaction(text, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111,1",
        "5500000000000004,1",
        "340000000000009,1",
        "4111-1111-1111-1111,1",
        "4111111111111112,0"
    })
    void knowsCardsByTheirCheckDigit(String number, int count) {
        assertThat(redactor.redact("card " + number + ".").count()).isEqualTo(count);
        assertThat(redactor.redact("17 " + number).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @MethodSource("dev.tracemend.logs.EventJoinerTest#traces")
    void leavesRealTracesAsTheyAre(String name) {
        String trace = Traces.read("traces/" + name);

        assertThat(redactor.redact(trace).text()).isEqualTo(trace);
    }

    @Test
    void masksTheRestOfAKeyThatWasCutOffButNotTheLineBehindIt() {
        String text = "-----BEGIN PRIVATE KEY-----\nMIIEow\nabcd\nINFO the next line";

        assertThat(redactor.redact(text).text()).isEqualTo("[redacted:private-key]\nINFO the next line");
    }

    @Test
    void masksAVeryLongSecretToItsEnd() {
        assertThat(redactor.redact("password=" + "a1".repeat(50_000) + " x").text())
                .isEqualTo("password=[redacted:password] x");
        assertThat(redactor.redact("Authorization: Bearer " + "a1".repeat(50_000))
                        .text())
                .isEqualTo("Authorization: Bearer [redacted:authorization]");
    }

    @Test
    void changesNothingTheSecondTime() {
        List<String> pieces = List.of(
                "password",
                "=",
                ":",
                " ",
                "\"",
                "'",
                "token",
                "Bearer ",
                "Authorization",
                "cookie",
                "://",
                "@",
                "u:p@h",
                JWT,
                "[redacted:",
                "]",
                "4111111111111111",
                "secret",
                "\\",
                "\n",
                "AKIAIOSFODNN7EXAMPLE",
                "{",
                "}",
                ",",
                "-----BEGIN PRIVATE KEY-----",
                "-----END PRIVATE KEY-----",
                "abc123def456",
                "--",
                "api_key",
                "eyJ",
                ".");
        Random random = new Random(11);
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String once = redactor.redact(text.toString()).text();
            assertThat(redactor.redact(once).text()).as(text.toString()).isEqualTo(once);
        }
    }
}
