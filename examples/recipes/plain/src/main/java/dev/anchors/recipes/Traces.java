package dev.anchors.recipes;

import dev.anchors.http.CallListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;

/** Records a span for each call in OpenTelemetry. Its parent is the current span of the thread that calls. */
record Traces(Tracer tracer) implements CallListener {

    @Override
    public void onCallEnd(CallEvent event) {
        Instant end = Instant.now();
        Span span = tracer.spanBuilder("anchors " + event.operation())
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(end.minus(event.duration()))
                .startSpan();
        event.status().ifPresent(status -> span.setAttribute("http.response.status_code", status));
        event.failure().ifPresent(type -> span.setStatus(StatusCode.ERROR, type.getSimpleName()));
        span.end(end);
    }
}
