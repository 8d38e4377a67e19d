package dev.tracemend.status.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final String RIGHT = "0123456789abcdef";
    private long nanos;

    @Test
    void withoutATokenEverybodyComesIn() {
        assertThat(gate(List.of(), List.of(), 10).admit(peer("10.0.0.9"), "", ""))
                .isInstanceOf(Admission.In.class);
    }

    @Test
    void theTokenASessionOrATrustedPeerComesInAndNobodyElse() {
        AccessToken token = AccessToken.of(RIGHT, "a test");
        Gate gate = gate(List.of(token), List.of(peer("172.18.0.1")), 10);
        String session = token.session(Clock.systemUTC().instant());

        assertThat(gate.admit(peer("10.0.0.9"), RIGHT, "")).isInstanceOf(Admission.In.class);
        assertThat(gate.admit(peer("10.0.0.9"), "", session)).isInstanceOf(Admission.In.class);
        assertThat(gate.admit(peer("10.0.0.9"), "wrong", session)).isInstanceOf(Admission.In.class);
        assertThat(gate.admit(peer("172.18.0.1"), "", "")).isInstanceOf(Admission.In.class);
        assertThat(gate.admit(peer("172.18.0.2"), "", "")).isInstanceOf(Admission.Unknown.class);
        assertThat(gate.admit(peer("127.0.0.1"), "", "x.y")).isInstanceOf(Admission.Unknown.class);
        assertThat(gate.admit(peer("127.0.0.1"), session, "")).isInstanceOf(Admission.Unknown.class);
    }

    @Test
    void whoGuessesWaitsAndWhoKnowsDoesNot() {
        Gate gate = gate(List.of(AccessToken.of(RIGHT, "a test")), List.of(), 10);
        InetAddress peer = peer("10.0.0.9");
        for (int i = 0; i < 60; i++) {
            assertThat(gate.admit(peer, "guess " + i, "")).isInstanceOf(Admission.Unknown.class);
        }

        assertThat(gate.admit(peer, "guess", "")).isInstanceOf(Admission.TooOften.class);
        assertThat(gate.admit(peer, RIGHT, "")).isInstanceOf(Admission.In.class);
        assertThat(gate.admit(peer, "", "")).isInstanceOf(Admission.Unknown.class);
        nanos += Duration.ofSeconds(2).toNanos();
        assertThat(gate.admit(peer, "guess", "")).isInstanceOf(Admission.Unknown.class);
    }

    @Test
    void eachClientHasAPaceOfItsOwn() {
        Gate gate = gate(List.of(), List.of(), 10);
        for (int i = 0; i < 40; i++) {
            assertThat(gate.pace(peer("10.0.0.9"), false)).isInstanceOf(Admission.In.class);
        }
        assertThat(gate.pace(peer("10.0.0.9"), false)).isEqualTo(new Admission.TooOften(1));
        assertThat(gate.pace(peer("10.0.0.8"), false)).isInstanceOf(Admission.In.class);
        nanos += Duration.ofSeconds(1).toNanos();
        for (int i = 0; i < 10; i++) {
            assertThat(gate.pace(peer("10.0.0.9"), false)).isInstanceOf(Admission.In.class);
        }
        assertThat(gate.pace(peer("10.0.0.9"), false)).isInstanceOf(Admission.TooOften.class);
    }

    @Test
    void changesHaveASlowerPaceThanQuestions() {
        Gate gate = gate(List.of(), List.of(), 1_000);
        for (int i = 0; i < 60; i++) {
            assertThat(gate.pace(peer("10.0.0.9"), true)).isInstanceOf(Admission.In.class);
        }
        assertThat(gate.pace(peer("10.0.0.9"), true)).isInstanceOf(Admission.TooOften.class);
        assertThat(gate.pace(peer("10.0.0.9"), false)).isInstanceOf(Admission.In.class);
    }

    @Test
    void aHomeNetworkIsOneClientAndManyClientsDoNotFillTheMemory() {
        RateLimit limit = new RateLimit(1, 1, () -> nanos);
        assertThat(limit.take(peer("2001:db8::1"))).isZero();
        assertThat(limit.take(peer("2001:db8::2"))).isPositive();
        assertThat(limit.take(peer("2001:db8:0:1::1"))).isZero();
        for (int i = 0; i < RateLimit.MOST_CLIENTS; i++) {
            limit.take(peer("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
        }
        assertThat(limit.take(peer("2001:db8::3"))).as("forgotten").isZero();
    }

    private Gate gate(List<AccessToken> token, List<InetAddress> trusted, int perSecond) {
        return new Gate(token, trusted, perSecond, Clock.systemUTC(), () -> nanos);
    }

    private static InetAddress peer(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
