package dev.tracemend.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;

/** Which packages may know which library. */
final class LibraryDoors {
    private LibraryDoors() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        door(rules, "Kafka", new String[] {"org.apache.kafka..", "kafka.."}, new String[] {
            "dev.tracemend.broker..",
            "dev.tracemend.tailer.publish..",
            "dev.tracemend.streams.kstreams..",
            "dev.tracemend.streams.ticks..",
            "dev.tracemend.worker..",
            "dev.tracemend.status.board..",
            "dev.tracemend.status.probe..",
            "dev.tracemend.cli.."
        });
        door(rules, "Spark", new String[] {"org.apache.spark..", "scala..", "org.apache.hadoop.."}, new String[] {
            "dev.tracemend.streams.spark.."
        });
        door(rules, "LangChain4j", new String[] {"dev.langchain4j.."}, new String[] {"dev.tracemend.agent.model.."});
        door(rules, "Micronaut", new String[] {"io.micronaut..", "reactor.."}, new String[] {"dev.tracemend.status.."});
        door(rules, "pty4j", new String[] {"com.pty4j.."}, new String[] {"dev.tracemend.agent.shell.."});
        door(rules, "picocli", new String[] {"picocli.."}, new String[] {"dev.tracemend.cli.."});
        door(rules, "Jackson", new String[] {"com.fasterxml.jackson.."}, new String[] {
            "dev.tracemend.contracts..",
            "dev.tracemend.status..",
            "dev.tracemend.agent.edit.format..",
            // JSON is what typed programs are made of: schemas, prompts, replies, states.
            "dev.tracemend.agent.signature..",
            "dev.tracemend.agent.adapter..",
            "dev.tracemend.agent.model..",
            "dev.tracemend.agent.predict..",
            "dev.tracemend.agent.tool..",
            // GitHub and GitLab answer in JSON of their own.
            "dev.tracemend.worker.deliver.pull..",
            "dev.tracemend.cli.."
        });
        return rules;
    }

    private static void door(Map<String, ArchRule> rules, String library, String[] packages, String[] allowed) {
        rules.put(
                library + " stays behind its door",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(allowed)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages)
                        .because(
                                "a library has one door, so that it can be replaced there; ask the package that owns it"));
    }
}
