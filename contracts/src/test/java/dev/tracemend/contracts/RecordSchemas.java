package dev.tracemend.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a document of ours says of records: its last part, {@code components.schemas}, must be what the records are. With
 * {@code -Dschemas.write=true} the test that finds a difference writes that part anew.
 */
public final class RecordSchemas {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());
    private static final String LAST_PART = "\n  schemas:\n";

    private RecordSchemas() {}

    /** A document as a tree. */
    public static JsonNode read(Path document) {
        try {
            return YAML.readTree(Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schemas of records and of all they hold, by simple name. Keys of the wire's own records may be absent. */
    public static ObjectNode of(List<Class<?>> roots) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE, JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY));
        config.forFields().withRequiredCheck(field -> !field.getDeclaringType()
                .getErasedType()
                .getPackageName()
                .equals(RecordSchemas.class.getPackageName()));
        config.forTypesInGeneral().withDefinitionNamingStrategy(new DefaultSchemaDefinitionNamingStrategy() {
            @Override
            public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
                // Map<String, Double> is no name that OpenAPI takes.
                return super.getDefinitionNameForKey(key, context).replaceAll("<String, (\\w+)>", "Of$1");
            }
        });
        SchemaBuilder builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
        roots.forEach(builder::createSchemaReference);
        return builder.collectDefinitions("components/schemas");
    }

    /** The schemas that a document should end with; written into it where a person asked for that. */
    public static JsonNode expectedIn(Path document, List<Class<?>> roots) {
        try {
            ObjectNode expected = of(roots);
            String text = Files.readString(document);
            int last = text.indexOf(LAST_PART);
            if (Boolean.getBoolean("schemas.write")) {
                String schemas = YAML.writeValueAsString(expected).indent(4).stripTrailing();
                Files.writeString(document, text.substring(0, last) + LAST_PART + schemas + "\n");
            }
            return YAML.readTree(YAML.writeValueAsString(expected));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
