package dev.tracemend.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("dev.tracemend")
            .that(DescribedPredicate.describe("are written by us", c -> !HouseRules.isGenerated(c)));

    @TestFactory
    Stream<DynamicTest> theHouseKeeps() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(HOUSE.stream().map(c -> c.getPackageName().split("\\.")[2]).distinct())
                .contains("contracts", "logs", "broker", "tailer", "streams", "agent", "worker", "status", "cli");
    }
}
