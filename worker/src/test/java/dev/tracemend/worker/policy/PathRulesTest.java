package dev.tracemend.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {
    private final PathRules rules = new PathRules(Policy.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/config",
                "sub/.git/hooks/pre-commit",
                ".env",
                "web/.env.production",
                "keys/server.PEM",
                "id_rsa",
                "../outside.txt",
                "a/../../outside.txt",
                "/etc/passwd",
                "",
                "a\0b"
            })
    void theseAreNeverTouched(String file) {
        assertThat(rules.forbidden(List.of("A.java", file))).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml,build-files",
        "shop/POM.XML,build-files",
        "build.gradle,build-files",
        ".github/workflows/ci.yml,ci",
        "./.github/workflows/ci.yml,ci",
        "src/../.github/workflows/ci.yml,ci",
        "web/package.json,dependencies",
        "requirements-dev.txt,dependencies",
        "config/db-password.properties,secrets",
        "src/main/resources/db/migration/V1__a.sql,migrations",
        "schema.sql,migrations"
    })
    void theseNeedAPersonsWord(String file, String kind) {
        assertThat(rules.risk(List.of("src/A.java", file))).isEqualTo(kind + ": " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java/shop/Cart.java", "shop/cart.py", "lib/index.js", "README.md"})
    void theseAreLikeAnyOther(String file) {
        assertThat(rules.forbidden(List.of(file))).isEmpty();
        assertThat(rules.risk(List.of(file))).isEmpty();
    }
}
