/**
 * Who may ask: a bearer token ({@link dev.tracemend.status.access.AccessToken}, from the environment, a file, or made at
 * the first start, {@link dev.tracemend.status.access.TokenFile}), the cookie that a browser gets for it, the one peer
 * that may be let in without ({@link dev.tracemend.status.access.DefaultGateway}), and how often one may ask ({@link
 * dev.tracemend.status.access.RateLimit}). Nothing here knows HTTP: {@code http.AccessGuard} asks.
 */
@NullMarked
package dev.tracemend.status.access;

import org.jspecify.annotations.NullMarked;
