package dev.tracemend.status.access;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who comes in, and how often. Without a token everybody does. Whoever shows the right one always does; who shows wrong
 * ones is soon kept waiting, so that guessing leads nowhere, while others at the same address are not.
 */
public final class Gate {
    private static final int BURST_SECONDS = 4;
    private static final int GUESSES = 60;
    private static final int CHANGES = 60;
    private static final int CHANGES_PER_SECOND = 5;

    private final List<AccessToken> token;
    private final List<InetAddress> trusted;
    private final Clock clock;
    private final RateLimit requests;
    private final RateLimit changes;
    private final RateLimit guesses;

    /**
     * A gate.
     *
     * @param token that is demanded; none, or one
     * @param trusted peers that need none
     * @param nanos a steady clock
     */
    public Gate(List<AccessToken> token, List<InetAddress> trusted, int perSecond, Clock clock, LongSupplier nanos) {
        this.token = List.copyOf(token);
        this.trusted = List.copyOf(trusted);
        this.clock = clock;
        this.requests = new RateLimit(perSecond, perSecond * BURST_SECONDS, nanos);
        this.changes = new RateLimit(CHANGES_PER_SECOND, CHANGES, nanos);
        this.guesses = new RateLimit(1, GUESSES, nanos);
    }

    /** The token that is demanded. */
    public Optional<AccessToken> token() {
        return token.stream().findFirst();
    }

    /** Whether a peer may ask once more: something, or for a change. */
    public Admission pace(InetAddress peer, boolean change) {
        long wait = requests.take(peer);
        return paced(wait > 0 || !change ? wait : changes.take(peer));
    }

    /** Whether a request may go on by the token it bears, or by the session of its cookie; empty texts where it has none. */
    public Admission admit(InetAddress peer, String bearer, String session) {
        if (token.isEmpty() || trusted.contains(peer)) {
            return new Admission.In();
        }
        if (!session.isEmpty() && token.get(0).isSession(session, clock.instant())) {
            return new Admission.In();
        }
        return bearer.isEmpty() ? new Admission.Unknown() : present(peer, bearer);
    }

    /** Whether a text that a person or a program presents is the token. */
    public Admission present(InetAddress peer, String secret) {
        if (token.isEmpty() || token.get(0).matches(secret)) {
            return new Admission.In();
        }
        long wait = guesses.take(peer);
        return wait > 0 ? new Admission.TooOften(wait) : new Admission.Unknown();
    }

    private static Admission paced(long wait) {
        return wait > 0 ? new Admission.TooOften(wait) : new Admission.In();
    }
}
