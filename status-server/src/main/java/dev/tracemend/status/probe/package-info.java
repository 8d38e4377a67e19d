/**
 * How the pipeline flows, asked from the broker every two seconds: is it there, how many records lie in each stage, how
 * old is the newest, is a worker connected and how far behind is it; and how the stack was last deployed. Only reads; {@link
 * dev.tracemend.status.probe.BrokerProbe} is the door.
 */
@NullMarked
package dev.tracemend.status.probe;

import org.jspecify.annotations.NullMarked;
