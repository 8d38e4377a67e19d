/**
 * A Kafka broker inside this JVM, for the one-process stack and for the tests of every module. {@link
 * dev.tracemend.broker.EmbeddedBroker} is the door: a folder and a port go in, bootstrap servers come out, and topics and
 * records outlive a restart on the same folder. It listens on the loopback address alone. Kafka's server classes are not
 * an API, so only {@link dev.tracemend.broker.KraftServer} knows them and its test guards upgrades.
 */
@NullMarked
package dev.tracemend.broker;

import org.jspecify.annotations.NullMarked;
