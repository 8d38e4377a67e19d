/**
 * The board and the pipeline over HTTP, on Micronaut and Netty: a few endpoints in JSON, one of which takes decisions ({@link
 * dev.tracemend.status.http.DecisionController}), changes as server-sent events ({@link
 * dev.tracemend.status.http.EventFeed}), figures ({@link dev.tracemend.status.http.MetricsController}), and the page, whose
 * files lie in {@code public/}. {@code openapi.yaml} says it all, and tests hold it against the routes.
 *
 * <p>A request passes three filters: names and pages of other sites are refused ({@link
 * dev.tracemend.status.http.HostGuard}), the token is asked for ({@link dev.tracemend.status.http.AccessGuard}), and every
 * answer says that nothing but our own files may run ({@link dev.tracemend.status.http.SecurityHeaders}). Errors are RFC
 * 9457 problems ({@link dev.tracemend.status.http.Problems}).
 */
@NullMarked
package dev.tracemend.status.http;

import org.jspecify.annotations.NullMarked;
