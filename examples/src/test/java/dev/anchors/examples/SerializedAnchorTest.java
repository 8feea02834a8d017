package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.testkit.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the Javadoc of {@link dev.anchors.domain.Anchor} and the recipe for web controllers say. */
class SerializedAnchorTest {

    @Test
    void a_serializer_that_reads_getters_loses_all_but_one_field_of_an_anchor() {
        assertThat(new JsonMapper().writeValueAsString(Samples.minimalAnchor())).isEqualTo("{\"deleted\":false}");
    }
}
