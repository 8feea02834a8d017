package dev.anchors.http;

import dagger.Binds;
import dagger.BindsOptionalOf;
import dagger.Module;
import dagger.Provides;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * Publishes one repository on the HTTP service to a Dagger component: as {@link FullAnchorRepository}, as {@link AnchorRepository},
 * and each of its roles, such as {@link AnchorLinks}.
 *
 * <p>The component binds an {@link HttpAnchorRepository.Builder}, which is the configuration and stays as it is, best by
 * {@code @BindsInstance} in its factory. The component may bind a {@link CloseableHttpClient}: the repository then sends its
 * requests by this client, as if {@link HttpAnchorRepository.Builder#httpClient} had set it.
 *
 * <p>The owner of the component closes the repository, and after it the client.
 */
@Module
public abstract class HttpAnchorsModule {

    private HttpAnchorsModule() {}

    @BindsOptionalOf
    abstract CloseableHttpClient sharedClient();

    @Provides
    @Singleton
    static HttpAnchorRepository repository(
            HttpAnchorRepository.Builder configuration, Optional<CloseableHttpClient> sharedClient) {
        return sharedClient.map(configuration::buildWith).orElseGet(configuration::build);
    }

    @Binds
    abstract FullAnchorRepository fullRepository(HttpAnchorRepository repository);

    @Binds
    abstract AnchorRepository anchors(FullAnchorRepository repository);

    @Provides
    static AnchorLinks links(FullAnchorRepository repository) {
        return repository.links();
    }
}
