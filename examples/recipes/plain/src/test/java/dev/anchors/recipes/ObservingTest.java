package dev.anchors.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.FakePiecesOsExtension;
import dev.anchors.testkit.fake.Reply;
import dev.anchors.testkit.fake.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ObservingTest {

    @RegisterExtension
    static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(InMemoryAnchorRepository::create);

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    @Test
    void a_timer_counts_calls_by_operation_and_failure(FakePiecesOs service) {
        MeterRegistry registry = new SimpleMeterRegistry();
        service.on(Route.SNAPSHOT).reply(Reply.text(503, "busy"));

        try (AnchorRepository anchors = HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .listener(new Metrics(registry))
                .build()) {
            assertThatThrownBy(anchors::snapshot).isInstanceOf(ServiceFailedException.class);
            anchors.snapshot();
        }

        assertThat(registry.get("anchors.calls").tag("failure", "none").timer().count())
                .isEqualTo(1);
        assertThat(registry.get("anchors.calls")
                        .tag("failure", "ServiceFailedException")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_span_of_a_call_belongs_to_the_span_of_its_caller(FakePiecesOs service) {
        Tracer tracer = TELEMETRY.getOpenTelemetry().getTracer("test");
        service.on(Route.SNAPSHOT).reply(Reply.text(503, "busy"));

        Span caller = tracer.spanBuilder("caller").startSpan();
        try (Scope current = caller.makeCurrent();
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .listener(new Traces(tracer))
                        .build()) {
            assertThat(current).isNotNull();
            assertThatThrownBy(anchors::snapshot).isInstanceOf(ServiceFailedException.class);
        }

        SpanData span = TELEMETRY.getSpans().get(0);
        assertThat(span.getName()).isEqualTo("anchors SNAPSHOT");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
    }
}
