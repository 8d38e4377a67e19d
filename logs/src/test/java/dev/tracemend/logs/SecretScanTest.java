package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecretScanTest {
    private final Redactor redactor = new Redactor();
    private final Random random = new Random(5);

    /** The one thing it must never do: pass over a text that a rule changes. */
    @Test
    void noTextThatARuleChangesIsPassedOver() {
        List<String> secrets = RedactorTest.secrets()
                .map(secret -> secret.get(0).replace("%s", secret.get(1)))
                .toList();
        int changed = 0;
        for (int run = 0; run < 60_000; run++) {
            String text = around(mangled(secrets.get(random.nextInt(secrets.size()))));
            if (redactor.redact(text).count() > 0) {
                changed++;
                assertThat(suspects(text)).as(text).isTrue();
            }
        }
        assertThat(changed).isGreaterThan(20_000);
    }

    @Test
    void findsEachWordAtEachPlaceInEitherCase() {
        for (String word : List.of("://", "@", "ab", "eyj", "password", "private key-----")) {
            SecretScan scan = new SecretScan(List.of(RedactionNeeds.anyOf(word)));
            for (int before = 0; before < 20; before++) {
                for (int behind = 0; behind < 20; behind++) {
                    String text = "x".repeat(before) + word.toUpperCase(java.util.Locale.ROOT) + "y".repeat(behind);
                    byte[] bytes = ("@" + text + "@").getBytes(StandardCharsets.UTF_8);
                    assertThat(scan.suspects(bytes, 1, bytes.length - 1))
                            .as(text)
                            .isTrue();
                }
            }
            byte[] other = "2026-11-21 10:00:00 INFO nothing in here".getBytes(StandardCharsets.UTF_8);
            assertThat(scan.suspects(other, 0, other.length)).isFalse();
        }
    }

    @Test
    void findsRowsOfDigitsAndNoShorterOnes() {
        SecretScan scan = new SecretScan(List.of(RedactionNeeds.digits(13)));
        for (int before = 0; before < 20; before++) {
            for (String number : List.of("4111111111111", "4111 1111 1111 1111", "3782-822463-10005")) {
                byte[] bytes =
                        ("x".repeat(before) + number + "x".repeat(random.nextInt(20))).getBytes(StandardCharsets.UTF_8);
                assertThat(scan.suspects(bytes, 0, bytes.length)).as(number).isTrue();
            }
            byte[] few =
                    ("x".repeat(before) + "2026-11-21 10:00:00.123 x411111111111 x").getBytes(StandardCharsets.UTF_8);
            assertThat(scan.suspects(few, 0, few.length)).isFalse();
        }
    }

    @Test
    void passesOverOrdinaryLines() {
        List<String> lines = List.of(
                "2026-11-21 10:00:00.002 INFO  [http-nio-8080-exec-6] o.s.web.servlet.DispatcherServlet - looked up 343",
                "Nov 21 10:00:00 host app[123]: connection from 10.0.0.1 closed",
                "\tat org.apache.http.wire.Transport.step(Transport.java:42)",
                "größe geändert für Benutzer 12");

        assertThat(lines).noneMatch(this::suspects);
    }

    @Test
    void findsRowsOfBase64AndNoShorterOnes() {
        SecretScan scan = new SecretScan(List.of(RedactionNeeds.base64(64)));
        for (int before = 0; before < 20; before++) {
            for (int length : List.of(62, 63, 64, 70)) {
                byte[] bytes = (".".repeat(before)
                                + "aB3/".repeat(18).substring(0, length)
                                + "-x".repeat(random.nextInt(9)))
                        .getBytes(StandardCharsets.UTF_8);
                assertThat(scan.suspects(bytes, 0, bytes.length)).isEqualTo(length >= 64);
            }
        }
    }

    @Test
    void aWordAloneDoesNotDoWhereAnotherCharacterIsNeededBesideIt() {
        RedactionNeeds address = RedactionNeeds.anyOf("://").beside('@');

        assertThat(suspects(new SecretScan(List.of(address)), "GET https://shop.example/api/v2/487"))
                .isFalse();
        assertThat(suspects(new SecretScan(List.of(address)), "GET https://jane:x@shop.example/api/v2/487"))
                .isTrue();
        assertThat(suspects(
                        new SecretScan(List.of(address, RedactionNeeds.anyOf("://"))),
                        "GET https://shop.example/api/v2/487"))
                .isTrue();
    }

    private static boolean suspects(SecretScan scan, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return scan.suspects(bytes, 0, bytes.length);
    }

    @Test
    void suspectsEveryTextWhereARuleNeedsNothing() {
        byte[] bytes = "nothing in here".getBytes(StandardCharsets.UTF_8);
        assertThat(new SecretScan(List.of(RedactionNeeds.anyOf(""))).suspects(bytes, 0, bytes.length))
                .isTrue();
    }

    /** What the scan of texts finds due, it suspects; and hardly anything else. */
    @Test
    void agreesWithWhatTheNeedsMean() {
        List<RedactionNeeds> needs =
                redactor.rules().stream().map(RedactionRule::needs).toList();
        List<String> pieces =
                new ArrayList<>(List.of("INFO ", "4111 ", "1111-", "aB3/xY+z", "größe", "\tat ", "K", " x "));
        needs.forEach(need -> pieces.addAll(need.literals()));
        for (int run = 0; run < 40_000; run++) {
            StringBuilder text = new StringBuilder("2026-11-21 10:00:00 ");
            for (int i = random.nextInt(12); i > 0; i--) {
                String piece = pieces.get(random.nextInt(random.nextInt(6) == 0 ? pieces.size() : 8));
                text.append(random.nextInt(9) == 0 ? piece.substring(0, random.nextInt(piece.length() + 1)) : piece);
            }
            boolean met = needs.stream().anyMatch(need -> need.isMetBy(text));
            assertThat(suspects(text.toString())).as(text.toString()).isEqualTo(met);
        }
    }

    private boolean suspects(String text) {
        byte[] bytes = ("=" + text + "=").getBytes(StandardCharsets.UTF_8);
        return redactor.suspects(bytes, 1, bytes.length - 1);
    }

    private String around(String text) {
        String filler = "2026-11-21 10:00:00 at størrelse x.y(Z.java:1) - ";
        return filler.substring(random.nextInt(filler.length())) + text + filler.substring(0, random.nextInt(20));
    }

    private String mangled(String text) {
        StringBuilder mangled = new StringBuilder(text);
        for (int changes = random.nextInt(3); changes > 0 && mangled.length() > 1; changes--) {
            int at = random.nextInt(mangled.length());
            char c = mangled.charAt(at);
            List<Character> others =
                    new ArrayList<>(List.of(Character.toUpperCase(c), Character.toLowerCase(c), ' ', '-'));
            if (c == 'k' || c == 'K') {
                others.add('\u212a');
            }
            mangled.setCharAt(at, others.get(random.nextInt(others.size())));
        }
        return mangled.toString();
    }
}
