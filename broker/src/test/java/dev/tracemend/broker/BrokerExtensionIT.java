package dev.tracemend.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokerExtensionIT {
    private EmbeddedBroker first;

    @BeforeAll
    void keep(EmbeddedBroker broker) {
        first = broker;
    }

    @Test
    void givesEveryTestTheSameBroker(EmbeddedBroker broker) {
        assertThat(broker).isSameAs(first);
    }
}
