package dev.tracemend.cli.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who may know whom: modules, the packages of agent-core, and what is pure. */
final class ModuleRules {
    private ModuleRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("data flows one way between modules", oneWay());
        rules.put(
                "no cycles between modules",
                slices().matching("dev.tracemend.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a cycle hides the flow; move what both need into contracts or logs"));
        rules.put(
                "no cycles inside agent-core",
                slices().matching("dev.tracemend.agent.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("fix uses judge, repair, edit, model and workspace, and none of them uses fix"));
        rules.put(
                "agent-core knows no transport",
                noClasses()
                        .that()
                        .resideInAPackage("dev.tracemend.agent..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "dev.tracemend.contracts..")
                        .because("agent-core is usable without Kafka; let the worker translate"));
        rules.put("windows and logs are pure", pure());
        rules.put(
                "wire types are data",
                classes()
                        .that()
                        .resideInAPackage("dev.tracemend.contracts..")
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .arePublic()
                        .and(describe(
                                "carry data", c -> !Set.of("Wire", "Topics", "Headers", "MalformedRecordException")
                                        .contains(c.getSimpleName())))
                        .should()
                        .beRecords()
                        .orShould()
                        .beEnums()
                        .because("what travels is a record or an enum; put behaviour where it is used"));
        return rules;
    }

    private static ArchRule oneWay() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("contracts")
                .definedBy("dev.tracemend.contracts..")
                .layer("logs")
                .definedBy("dev.tracemend.logs..")
                .layer("broker")
                .definedBy("dev.tracemend.broker..")
                .layer("tailer")
                .definedBy("dev.tracemend.tailer..")
                .layer("streams")
                .definedBy("dev.tracemend.streams..")
                .layer("agent")
                .definedBy("dev.tracemend.agent..")
                .layer("worker")
                .definedBy("dev.tracemend.worker..")
                .layer("status")
                .definedBy("dev.tracemend.status..")
                .layer("cli")
                .definedBy("dev.tracemend.cli..")
                .whereLayer("contracts")
                .mayNotAccessAnyLayer()
                .whereLayer("logs")
                .mayNotAccessAnyLayer()
                .whereLayer("broker")
                .mayNotAccessAnyLayer()
                .whereLayer("tailer")
                .mayOnlyAccessLayers("contracts", "logs")
                .whereLayer("streams")
                .mayOnlyAccessLayers("contracts", "logs")
                .whereLayer("agent")
                .mayOnlyAccessLayers("logs")
                .whereLayer("worker")
                .mayOnlyAccessLayers("contracts", "agent", "logs")
                .whereLayer("status")
                .mayOnlyAccessLayers("contracts")
                .because("the modules stand in the order in which a line flows; pass data on, never back");
    }

    private static ArchRule pure() {
        return classes()
                .that()
                .resideInAnyPackage("dev.tracemend.logs..", "dev.tracemend.streams.window..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "dev.tracemend.logs..",
                        "dev.tracemend.streams.window..",
                        "dev.tracemend.contracts..",
                        "org.jspecify.annotations..")
                .because("the same logic runs in every engine and in every test; keep libraries in the engines");
    }
}
