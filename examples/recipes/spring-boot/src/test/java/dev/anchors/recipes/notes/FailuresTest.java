package dev.anchors.recipes.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import dev.anchors.testkit.fake.Route;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class FailuresTest extends SharedApplication {

    @Autowired
    private MeterRegistry metrics;

    @Test
    void a_failure_of_the_service_is_a_problem_that_says_what_to_do(FakePiecesOs service) {
        service.on(Route.SNAPSHOT).reply(Reply.text(503, "busy"));

        ResponseEntity<String> response = get("/conversations?file=/notes.md");

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.BAD_GATEWAY);
        assertThat(response.getBody()).contains("503", "\"effect\":\"NONE\"");
    }

    @Test
    void a_lost_connection_is_counted(FakePiecesOs service) {
        service.on(Route.SNAPSHOT).times(2).reply(Reply.disconnect());
        long before = lostConnections();

        get("/conversations?file=/notes.md");

        assertThat(lostConnections()).isEqualTo(before + 1);
        service.clear();
    }

    @Test
    void a_blank_path_is_a_bad_request() {
        assertThat(get("/conversations?file=").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void the_application_is_healthy_while_the_service_responds(FakePiecesOs service) {
        assertThat(get("/actuator/health").getStatusCode()).isEqualTo(HttpStatus.OK);

        service.on(Route.HEALTH).reply(Reply.text(500, "out of order"));
        ResponseEntity<String> health = get("/actuator/health");

        assertThat(health.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(health.getBody()).contains("\"anchors\":{", "DOWN");
    }

    @Test
    void the_application_is_out_of_service_while_the_service_starts(FakePiecesOs service) {
        service.on(Route.HEALTH).reply(Reply.text(200, "migrating"));

        assertThat(get("/actuator/health").getBody()).contains("OUT_OF_SERVICE");
    }

    private long lostConnections() {
        return metrics.find("anchors.calls").tag("failure", "ConnectionFailedException").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private ResponseEntity<String> get(String uri) {
        return client().get().uri(uri).retrieve().toEntity(String.class);
    }
}
