package dev.anchors.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.FakePiecesOsExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoggingTest {

    @RegisterExtension
    static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(InMemoryAnchorRepository::create);

    private final Logger httpComponents = Logger.getLogger("org.apache.hc");
    private final CloseableHttpClient client =
            HttpClients.createDefault(); // for HttpAnchorRepository.builder().httpClient(client)

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void a_call_logs_nothing(FakePiecesOs service) {
        assertThat(namesOfLoggers(HttpAnchorRepository.builder().baseUrl(service.baseUrl())))
                .isEmpty();
    }

    @Test
    void a_client_of_your_own_logs_each_request(FakePiecesOs service) {
        assertThat(namesOfLoggers(HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .httpClient(client)))
                .contains("org.apache.hc.client5.http.headers")
                .allSatisfy(name -> assertThat(name).startsWith("org.apache.hc."));
    }

    private List<String> namesOfLoggers(HttpAnchorRepository.Builder builder) {
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
        httpComponents.setLevel(Level.ALL);
        httpComponents.addHandler(handler);
        try (AnchorRepository anchors = builder.build()) {
            anchors.snapshot();
        } finally {
            httpComponents.removeHandler(handler);
            httpComponents.setLevel(Level.INFO);
        }
        return List.copyOf(names);
    }
}
