package dev.tracemend.status.http;

import dev.tracemend.status.probe.EngineState;
import java.util.List;
import java.util.Map;

/**
 * The topics with incidents, by short name, in order; and what runs.
 *
 * @param engine what the container engine says of its containers
 */
record ContainersReport(List<String> names, Map<String, ContainerReport> containers, EngineState engine) {}
