package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddedModelSchemaTest extends ValueContract<EmbeddedModelSchema> {

    @Override
    EmbeddedModelSchema minimal() {
        return new EmbeddedModelSchema(1, "MAJOR_0");
    }

    @Override
    String minimalText() {
        return "EmbeddedModelSchema[migration=1, semantic=MAJOR_0]";
    }

    @Override
    Stream<Field<EmbeddedModelSchema>> fields() {
        return Stream.of(
                field("migration", EmbeddedModelSchema::migration, 2L, new EmbeddedModelSchema(2, "MAJOR_0")),
                field("semantic", EmbeddedModelSchema::semantic, "NEW", new EmbeddedModelSchema(1, "NEW")));
    }

    @Test
    void an_embedded_model_schema_accepts_any_semantic_version_even_an_empty_one() {
        assertThat(new EmbeddedModelSchema(-1, "").semantic()).isEmpty();
    }

    @Test
    void an_embedded_model_schema_refuses_null() {
        assertThatNullPointerException()
                .isThrownBy(() -> new EmbeddedModelSchema(1, null))
                .withMessage("semantic");
    }
}
