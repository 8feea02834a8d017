package dev.anchors.recipes.notes;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.FakePiecesOsExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** The application that all tests of subclasses share, with one fake PiecesOS, which is empty before each test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class SharedApplication {

    private static final FakePiecesOs SERVICE = FakePiecesOs.serving(InMemoryAnchorRepository.create());

    @RegisterExtension
    static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.sharing(SERVICE);

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add("anchors.base-url", SERVICE::baseUrl);
    }

    /** Returns a client of the application. A status of 400 or more is a result for it, no exception. */
    RestClient client() {
        return client(port);
    }

    static RestClient client(int port) {
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory()) // HttpClient 5 repeats requests after 503
                .baseUrl("http://127.0.0.1:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }
}
