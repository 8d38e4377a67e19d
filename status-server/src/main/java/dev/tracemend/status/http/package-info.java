/**
 * The board and the pipeline over HTTP, on Micronaut and Netty: a few endpoints in JSON, one of which takes
 * decisions ({@link dev.tracemend.status.http.DecisionController}), changes as server-sent events ({@link dev.tracemend.status.http.EventFeed}), and the page, whose files lie in {@code
 * public/}. Every answer carries headers that keep a browser from running anything that is not ours; a request under a
 * foreign host name, and a change that another page asks for, is refused ({@link dev.tracemend.status.http.HostGuard}). Errors are RFC 9457 problems.
 */
@NullMarked
package dev.tracemend.status.http;

import org.jspecify.annotations.NullMarked;
