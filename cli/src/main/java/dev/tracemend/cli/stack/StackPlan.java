package dev.tracemend.cli.stack;

import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Role;
import dev.tracemend.worker.policy.Policies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the one-JVM stack shall run.
 *
 * @param topic short name of the service's topics
 * @param externalKafka a running broker to use; empty to start the embedded one
 * @param kafkaPort where the embedded broker listens
 * @param host where the page listens
 * @param port the page's port
 * @param workspace checkout of the service
 * @param globs the service's log files
 * @param testCmd tests of the checkout, empty for none
 * @param engine what computes the windows
 * @param workers how many workers run in this JVM, 0 for none
 * @param data folder for all state
 * @param models the models by role; empty for rules alone
 * @param policies what the workers may do
 * @param delivery variables that say where patches go besides a branch; empty for nowhere
 */
public record StackPlan(
        String topic,
        String externalKafka,
        int kafkaPort,
        String host,
        int port,
        Path workspace,
        List<String> globs,
        String testCmd,
        Engine engine,
        int workers,
        Path data,
        Map<Role, ModelConfig> models,
        Policies policies,
        Map<String, String> delivery) {

    /** What computes the windows. */
    public enum Engine {
        kstreams,
        spark
    }

    /** Copies the collections. */
    public StackPlan {
        globs = List.copyOf(globs);
        models = Map.copyOf(models);
        delivery = Map.copyOf(delivery);
    }

    /** The broker everything connects to. */
    public String bootstrap() {
        return externalKafka.isEmpty() ? "127.0.0.1:" + kafkaPort : externalKafka;
    }
}
