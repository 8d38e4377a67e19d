package dev.tracemend.status.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.contracts.RecordSchemas;
import dev.tracemend.status.board.AuditTrail;
import dev.tracemend.status.board.Incident;
import dev.tracemend.status.board.IncidentRow;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code openapi.yaml} by itself; {@link OpenApiIT} holds it against the running server. */
class OpenApiTest {
    static final Path DOCUMENT = Path.of("src/main/resources/openapi.yaml");

    @Test
    void itIsAnOpenApiDocument() throws IOException {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(Files.readString(DOCUMENT));

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void itsSchemasAreThoseOfTheRecords() {
        JsonNode expected = RecordSchemas.expectedIn(
                DOCUMENT,
                List.of(
                        Problem.class,
                        HealthReport.class,
                        DeployReport.class,
                        ContainersReport.class,
                        IncidentPage.class,
                        IncidentRow.class,
                        Incident.class,
                        AuditTrail.class,
                        DecisionBody.class,
                        DecisionTaken.class,
                        PipelineReport.class,
                        ActivityReport.class));

        assertThat(RecordSchemas.read(DOCUMENT).at("/components/schemas"))
                .as("write them anew with -Dschemas.write=true")
                .isEqualTo(expected);
    }
}
