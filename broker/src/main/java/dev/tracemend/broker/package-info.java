/**
 * Kafka's own server classes as one broker in this JVM, for {@code demo} and {@code up} and for every test that needs a
 * real broker. Everything else connects to a broker by address and does not know which kind it is.
 */
@NullMarked
package dev.tracemend.broker;

import org.jspecify.annotations.NullMarked;
