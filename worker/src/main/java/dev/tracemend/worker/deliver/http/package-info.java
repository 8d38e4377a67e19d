/**
 * Requests to servers of others, for {@code webhook} and {@code pull}: {@link
 * dev.tracemend.worker.deliver.http.OutboundHttp} sends over {@code java.net.http}, reads a bounded answer, follows no
 * redirect (a token must not travel on), and asks again with growing waits where {@link
 * dev.tracemend.worker.deliver.http.Patience} allows it.
 */
@NullMarked
package dev.tracemend.worker.deliver.http;

import org.jspecify.annotations.NullMarked;
