package dev.tracemend.bench.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StatusLoadCommandIT {
    @Test
    void everyStreamIsToldEachIncidentOnceWhileRequestsAreAnswered() throws Exception {
        StringWriter out = new StringWriter();
        CommandLine status = new CommandLine(new StatusLoadCommand()).setOut(new PrintWriter(out, true));

        int code = status.execute(
                "--streams", "50", "--rate", "40", "--incidents", "500", "--seconds", "5", "--warm-up", "1", "--json");

        assertThat(code).as(out.toString()).isZero();
        JsonNode figures = new ObjectMapper().readTree(out.toString());
        assertThat(figures.at("/containers/count").asInt()).isBetween(95, 105);
        assertThat(figures.at("/listing/count").asInt()).isBetween(95, 105);
        assertThat(figures.at("/events/count").asInt()).isGreaterThanOrEqualTo(50 * 4);
        assertThat(figures.at("/listing/p99").asDouble()).isPositive();
        assertThat(figures.path("serverCpu").asDouble()).isPositive();
        assertThat(figures.path("clientCpu").asDouble()).isPositive();
        assertThat(figures.path("residentPeak").asLong()).isPositive();
    }
}
