package dev.anchors.recipes.notes;

import dev.anchors.http.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Records a timer for each operation and failure. */
@Component
class CallMetrics implements CallListener {

    private final MeterRegistry registry;

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onCallEnd(CallEvent event) {
        Timer.builder("anchors.calls")
                .tag("operation", event.operation().name())
                .tag("failure", event.failure().map(Class::getSimpleName).orElse("none"))
                .register(registry)
                .record(event.duration());
    }
}
