/**
 * How the pipeline flows, asked from the broker every two seconds: is it there, how many records lie in each stage, how
 * old is the newest, is a worker connected and how far behind is it; and how the stack was last deployed ({@link
 * dev.tracemend.status.probe.BrokerProbe}); and how its containers are, where a container engine may be asked ({@link
 * dev.tracemend.status.probe.EngineProbe}). Only reads.
 */
@NullMarked
package dev.tracemend.status.probe;

import org.jspecify.annotations.NullMarked;
