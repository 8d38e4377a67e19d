package dev.tracemend.status.probe;

/**
 * One container, running or not.
 *
 * @param name without the slash
 * @param service of the compose file, empty outside compose
 * @param topic whose worker it is, a short name; empty for all others
 * @param state {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code exited} or {@code dead}
 * @param health {@code healthy}, {@code unhealthy}, {@code starting}; empty where nobody asks it
 * @param status in the engine's words, {@code Up 2 minutes (healthy)}
 */
public record ContainerState(
        String name, String service, String topic, String image, String state, String health, String status) {}
