package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.examples.jdbc.DatabaseServer;
import dev.anchors.http.HttpAnchorRepository;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(ServeTest.TIMEOUT_SECONDS)
class ServeFromDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void anchors_and_links_in_a_database_are_there_after_a_restart_of_the_service() throws Exception {
        Anchor anchor;
        TagId tag = new TagId("tag-1");
        ServeCommand first = ServeCommand.start("--jdbc-url", url());
        try (HttpAnchorRepository anchors = client(first)) {
            anchor = anchors.create(SeededAnchor.file("/notes"));
            anchors.links().associate(anchor.id(), tag);
        } finally {
            first.stop();
        }

        ServeCommand second = ServeCommand.start("--jdbc-url", url());
        try (HttpAnchorRepository anchors = client(second)) {
            Anchor kept = anchors.find(anchor.id()).orElseThrow();
            assertThat(kept.paths()).isEqualTo(anchor.paths());
            assertThat(kept.links()).containsExactly(tag);
        } finally {
            second.stop();
        }
    }

    @Test
    void a_database_in_a_file_that_another_process_uses_is_refused_in_one_line() throws Exception {
        ServeCommand.start("--jdbc-url", url()).stop();

        // H2 locks the file as well, so a lock of this test is for H2 what the lock of another process would be
        try (FileChannel file = FileChannel.open(folder.resolve("anchors.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            CommandRun run = CommandRun.of("serve", "--jdbc-url", url());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualToIgnoringNewLines(
                            "serve: another process uses the file of the database; end that process, or"
                                    + " choose another file");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void a_database_that_cannot_be_opened_is_refused_in_one_line_without_the_password() {
        CommandRun run = CommandRun.of(
                "serve", "--jdbc-url", "jdbc:h2:" + folder.resolve("missing") + ";IFEXISTS=TRUE;PASSWORD=secret");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("serve: the database cannot be opened: ")
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    @Test
    void the_database_is_closed_when_the_port_is_in_use() throws Exception {
        ServeCommand other = ServeCommand.start();
        try {
            String port = other.url().replaceAll(".*:", "");
            assertThat(CommandRun.of("serve", "--port", port, "--jdbc-url", url())
                            .exitCode())
                    .isEqualTo(1);
        } finally {
            other.stop();
        }

        try (FileChannel file = FileChannel.open(folder.resolve("anchors.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            assertThat(lock.isValid()).isTrue();
        }
    }

    @Test
    void the_service_says_that_its_database_is_down_and_recovers() throws Exception {
        DatabaseServer server = DatabaseServer.start(folder);
        ServeCommand service = ServeCommand.start("--jdbc-url", server.url(), "--timeout", "1");
        try {
            assertThat(health(service).statusCode()).isEqualTo(200);

            server.stop();
            assertThat(health(service).statusCode()).isEqualTo(500);
            assertThat(health(service).body())
                    .contains("no connection to the database", "check that the database runs and accepts connections");

            server.startAgain();
            while (health(service).statusCode() != 200) {
                // the pool connects again after a pause; the timeout of the test limits the attempts
            }
        } finally {
            service.stop();
            server.stop();
        }
    }

    private static HttpResponse<String> health(ServeCommand service) throws Exception {
        URI url = URI.create(service.url() + "/.well-known/health");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    private String url() {
        return "jdbc:h2:" + folder.resolve("anchors");
    }

    private static HttpAnchorRepository client(ServeCommand service) {
        return HttpAnchorRepository.builder().baseUrl(service.url()).build();
    }
}
