package dev.anchors.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;

/** What an application writes that calls the service without a library: records, to which Jackson binds the JSON. */
final class HandWrittenBinding {

    record Snapshot(Schema schema, List<Anchor> iterable) {}

    record Anchor(
            String id,
            String type,
            String name,
            Boolean watch,
            Points points,
            Time created,
            Time updated,
            Time deleted,
            Links assets,
            Links conversations,
            Links annotations,
            Links persons,
            Score score,
            Schema schema) {}

    record Points(List<PointReference> iterable) {}

    record PointReference(String id, Point reference) {}

    record Point(
            String id,
            String type,
            String fullpath,
            String platform,
            Boolean verified,
            Time created,
            Time updated,
            Link anchor,
            Schema schema) {}

    record Links(List<Link> iterable) {}

    record Link(String id) {}

    record Time(Instant value, String readable) {}

    record Score(int manual, int automatic, Long priority, Long reuse, Long update, Long reference, Long searched) {}

    record Schema(long migration, String semantic) {}

    private HandWrittenBinding() {}

    /** Returns a mapper that ignores what the records do not have. */
    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new JavaTimeModule())
                .build();
    }
}
