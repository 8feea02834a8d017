package dev.anchors.recipes;

import dev.anchors.http.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Records the time of each call in Micrometer. */
record Metrics(MeterRegistry registry) implements CallListener {

    @Override
    public void onCallEnd(CallEvent event) {
        Timer.builder("anchors.calls")
                .tag("operation", event.operation().name())
                .tag("failure", event.failure().map(Class::getSimpleName).orElse("none"))
                .register(registry)
                .record(event.duration());
    }
}
