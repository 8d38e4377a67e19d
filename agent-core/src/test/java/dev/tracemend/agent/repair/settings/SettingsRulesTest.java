package dev.tracemend.agent.repair.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesTest {
    private static final String COMPOSE = """
            services:
              web:
                build: .
                environment:
                  - DB_HOST=%s
                  - DB_PORT=%s
                  - CACHE_URL=redis://cache:6379/0
              orders-db:
                image: "postgres:16"
                ports: # from outside
                  - "5433:5432"
              cache:
                image: redis:7
            """;

    @TempDir
    private Path folder;

    private SettingsRulesTest with(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    private Optional<Candidate> proposed(String type, String message) {
        StackTrace trace = new StackTrace(Language.JAVA, List.of(new ThrownException(type, message, List.of())));
        return SettingsRules.propose(new Evidence(trace, List.of(), List.of()), folder);
    }

    private String mended(String type, String message) throws IOException {
        Candidate candidate = proposed(type, message).orElseThrow();
        TextEdit edit = candidate.edits().get(0);
        String text = Files.readString(folder.resolve(edit.path()));
        return text.substring(0, edit.start()) + edit.replacement() + text.substring(edit.end());
    }

    private static String placeholder(String key) {
        return "Could not resolve placeholder '" + key + "' in value \"${" + key + "}\"";
    }

    @Test
    void aRenamedKeyThatNobodyElseReadsIsBroughtInLine() throws IOException {
        with(
                "src/main/java/a/A.java",
                "@Value(\"${mail.from-address}\") String from; @Value(\"${mail.limit}\") int n;");
        with("src/main/resources/application.yml", "mail:\n  sender-address: a@b.example # who\n  limit: 3\n");
        assertThat(mended("x.IllegalArgumentException", placeholder("mail.from-address")))
                .isEqualTo("mail:\n  from-address: a@b.example # who\n  limit: 3\n");
    }

    @Test
    void inPropertiesOnlyTheLastPartOfTheKeyChangesAndInEveryProfile() throws IOException {
        with("src/main/java/a/A.java", "@Value(\"${shop.max-retries}\") int n;");
        with("src/main/resources/application.properties", "# shop\nshop.max-retry=3\n");
        with("src/main/resources/application-test.properties", "shop.max-retry = 1\n");
        assertThat(mended("x.IllegalArgumentException", placeholder("shop.max-retries")))
                .contains("shop.max-retries");
        assertThat(proposed("x.IllegalArgumentException", placeholder("shop.max-retries"))
                        .orElseThrow()
                        .edits())
                .hasSize(2);
    }

    @Test
    void aMistypedAskingIsMendedWhereTheCodeAsksRightlyElsewhere() throws IOException {
        with("app.js", "const key = need('API_TOKEN');\n");
        with("other.js", "module.exports = () => need('API_TOKNE');\n");
        with(".env", "API_TOKEN=x\n");
        assertThat(mended("Error", "environment variable API_TOKNE is not set"))
                .isEqualTo("module.exports = () => need('API_TOKEN');\n");
    }

    @Test
    void aKeyThatIsReadUnderItsOwnNameOrIsNotAloneIsNotRenamed() throws IOException {
        with(
                "src/main/java/a/A.java",
                "@Value(\"${mail.from-address}\") String from; void setSenderAddress(String a) {}");
        with("application.yml", "mail:\n  sender-address: a@b.example\n");
        assertThat(proposed("x.IllegalArgumentException", placeholder("mail.from-address")))
                .isEmpty();

        with("src/main/java/a/A.java", "@Value(\"${mail.from-address}\") String from;");
        with("application.yml", "mail:\n  sender-address: a@b.example\n  reply-address: c@d.example\n");
        assertThat(proposed("x.IllegalArgumentException", placeholder("mail.from-address")))
                .isEmpty();

        with("application.yml", "sms:\n  sender-address: a@b.example\n");
        assertThat(proposed("x.IllegalArgumentException", placeholder("mail.from-address")))
                .isEmpty();
    }

    @Test
    void localhostInAContainerBecomesTheOneServiceThatListensOnThePort() throws IOException {
        with("compose.yaml", COMPOSE.formatted("localhost", "5432"));
        assertThat(mended("Error", "connect ECONNREFUSED 127.0.0.1:5432")).contains("- DB_HOST=orders-db\n");
    }

    @Test
    void thePortThatIsShownOutsideBecomesTheServicesOwn() throws IOException {
        with("docker-compose.yml", COMPOSE.formatted("orders-db", "5433"));
        assertThat(mended("org.postgresql.util.PSQLException", "Connection to orders-db:5433 refused."))
                .contains("- DB_PORT=5432\n")
                .contains("\"5433:5432\"");
    }

    @Test
    void aMistypedHostBecomesTheServicesName() throws IOException {
        with("compose.yaml", COMPOSE.formatted("order-db", "5432"));
        assertThat(mended("Error", "getaddrinfo ENOTFOUND order-db")).contains("- DB_HOST=orders-db\n");
    }

    @Test
    void aServiceThatIsDownIsNoFaultOfTheSettings() throws IOException {
        with("compose.yaml", COMPOSE.formatted("orders-db", "5432"));
        assertThat(proposed("Error", "connect ECONNREFUSED 172.18.0.2:5432")).isEmpty();
        assertThat(proposed("java.net.ConnectException", "Connection refused")).isEmpty();
        assertThat(proposed("org.postgresql.util.PSQLException", "Connection to orders-db:5432 refused."))
                .isEmpty();
        assertThat(proposed("Error", "getaddrinfo ENOTFOUND payments.example.org"))
                .isEmpty();
    }

    @Test
    void whereTwoServicesListenOrTheNetworkIsTheMachinesNothingIsProposed() throws IOException {
        with("compose.yaml", COMPOSE.formatted("localhost", "5432") + "  other-db:\n    image: postgres:15\n");
        assertThat(proposed("Error", "connect ECONNREFUSED 127.0.0.1:5432")).isEmpty();

        with("compose.yaml", COMPOSE.formatted("localhost", "5432").replace("build: .", "network_mode: host"));
        assertThat(proposed("Error", "connect ECONNREFUSED 127.0.0.1:5432")).isEmpty();
    }

    @Test
    void theDriversPrefixIsCorrectedWhereverTheAddressStands() throws IOException {
        with("application.properties", "db.url = jdbc:postgres://db/shop\n");
        assertThat(mended("java.sql.SQLException", "No suitable driver found for jdbc:postgres://db/shop"))
                .isEqualTo("db.url = jdbc:postgresql://db/shop\n");
        assertThat(proposed("java.sql.SQLException", "No suitable driver found for jdbc:h2:mem:x"))
                .isEmpty();
    }

    @Test
    void marksThatSlippedIntoANumberGoAndOtherTextsStay() throws IOException {
        with("application.properties", "server.port=8080;\nname=12 apples\n");
        assertThat(mended("java.lang.NumberFormatException", "For input string: \"8080;\""))
                .startsWith("server.port=8080\n");
        assertThat(proposed("java.lang.NumberFormatException", "For input string: \"12 apples\""))
                .isEmpty();
        assertThat(proposed("java.lang.NumberFormatException", "For input string: \" 12\""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application.yml", "x.properties", ".env", "compose.yaml"})
    void oddFilesAreReadWithoutHarm(String name) throws IOException {
        Random random = new Random(7);
        String marks = "ab:-#=\"'{}[]$ \n\n  \t.\\\r|>&*é0";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(marks.charAt(random.nextInt(marks.length())));
            }
            for (WrittenSetting setting : SettingsText.read(name, text.toString())) {
                assertThat(setting.keyEnd()).isLessThanOrEqualTo(text.length());
                assertThat(text.substring(setting.keyStart(), setting.keyEnd())).isNotNull();
                assertThat(text.substring(setting.valueStart())).startsWith(setting.value());
            }
        }
        with(name, "a: [1, 2\n\tb: c\n- d\n---\n- e: f\n");
        assertThat(proposed("x.IllegalArgumentException", placeholder("a.b"))).isEmpty();
    }
}
