package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DelayingClockTest {

    @Test
    void a_reading_returns_the_time_although_no_other_thread_calls() {
        DelayingClock clock = new DelayingClock(() -> Instant.EPOCH, 1);

        assertThat(Stream.generate(clock::instant).limit(20)).containsOnly(Instant.EPOCH);
    }
}
