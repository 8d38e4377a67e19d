package dev.tracemend.status.http;

import java.util.List;
import java.util.Map;

/** The topics with incidents, by short name, in order. */
record ContainersReport(List<String> names, Map<String, ContainerReport> containers) {}
