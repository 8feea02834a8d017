package dev.anchors.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.FakePiecesOsExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoggingTest {

    @RegisterExtension
    static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(InMemoryAnchorRepository::create);

    private final Logger httpComponents = Logger.getLogger("org.apache.hc");

    @Test
    void a_call_logs_nothing_by_default(FakePiecesOs service) {
        assertThat(namesOfLoggers(Logger.getLogger(""), Level.INFO, service)).isEmpty();
    }

    @Test
    void only_http_client_logs_details_of_a_call(FakePiecesOs service) {
        assertThat(namesOfLoggers(httpComponents, Level.ALL, service))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).startsWith("org.apache.hc."));
    }

    private static List<String> namesOfLoggers(Logger parent, Level level, FakePiecesOs service) {
        List<String> names = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                names.add(message.getLoggerName());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        parent.setLevel(level);
        parent.addHandler(handler);
        try (AnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build()) {
            anchors.snapshot();
        } finally {
            parent.removeHandler(handler);
            parent.setLevel(Level.INFO);
        }
        return List.copyOf(names);
    }
}
