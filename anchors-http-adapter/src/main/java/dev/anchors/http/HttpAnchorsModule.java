package dev.anchors.http;

import dagger.BindsOptionalOf;
import dagger.Module;
import dagger.Provides;
import dev.anchors.ports.AnchorRepository;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * Publishes one {@link AnchorRepository} on the HTTP service to a Dagger component.
 *
 * <p>The component binds an {@link HttpAnchorRepository.Builder}, which is the configuration, best by
 * {@code @BindsInstance} in its factory. It may bind a {@link CloseableHttpClient}: the repository then sends its
 * requests by that one and never closes it. Requests tell such a client to follow no redirects, to compress nothing and
 * to wait no longer than the call may take, and those that change something cannot be sent twice; its pool, its trust
 * and its proxies stay its own. Its pool should have as many connections as there are threads that call: HttpClient can
 * lose one when a thread that waits for a connection is interrupted.
 *
 * <p>It is the component's owner who closes the repository, and after it the client.
 */
@Module
public abstract class HttpAnchorsModule {

    private HttpAnchorsModule() {}

    @BindsOptionalOf
    abstract CloseableHttpClient sharedClient();

    @Provides
    @Singleton
    static AnchorRepository repository(
            HttpAnchorRepository.Builder configuration, Optional<CloseableHttpClient> sharedClient) {
        sharedClient.ifPresent(configuration::client);
        return configuration.build();
    }
}
