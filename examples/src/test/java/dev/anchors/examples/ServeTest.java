package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sends the requests of a client in another language to the stand-in service, by the HTTP client of the JDK. */
@Timeout(ServeTest.TIMEOUT_SECONDS)
class ServeTest {

    /** Generous: it only keeps a service that does not start or stop from blocking the build. */
    static final int TIMEOUT_SECONDS = 60;

    private static final String ASSET = "2254f2c8-5797-40e8-ac56-41166dc0e101";

    private final HttpClient client = HttpClient.newHttpClient();
    private ServeCommand command;

    @BeforeEach
    @Timeout(TIMEOUT_SECONDS)
    void serve() throws IOException {
        command = ServeCommand.start();
    }

    @AfterEach
    @Timeout(TIMEOUT_SECONDS)
    void stop() throws InterruptedException {
        command.stop();
    }

    @Test
    void the_stand_in_service_prints_its_base_url_first() {
        assertThat(command.firstLine()).matches("listening on http://127\\.0\\.0\\.1:[1-9][0-9]*");
    }

    @Test
    void the_stand_in_service_responds_on_each_route() throws Exception {
        assertThat(get("/.well-known/health").statusCode()).isEqualTo(200);
        assertThat(get("/anchors").body()).contains("\"iterable\"");

        HttpResponse<String> created = post("/anchors/create?transferables=True", seed());
        assertThat(created.statusCode()).isEqualTo(200);
        String anchor = idIn(created.body());

        assertThat(get("/anchors?transferables=true").body()).contains(anchor, "/notes", ASSET);
        assertThat(get("/anchors?transferables=false").body()).contains(anchor).doesNotContain("/notes");
        assertThat(get("/anchor/" + anchor).body()).contains(anchor, ASSET);
        assertThat(post("/anchors/" + anchor + "/assets/delete/" + ASSET, "").statusCode())
                .isEqualTo(204);
        assertThat(post("/anchor/" + anchor + "/assets/disassociate/" + ASSET, "null")
                        .statusCode())
                .isEqualTo(204);
        assertThat(get("/anchor/" + anchor).body()).contains(anchor).doesNotContain(ASSET);
        assertThat(post("/anchors/" + anchor + "/delete", "").statusCode()).isEqualTo(204);
        assertThat(post("/anchors/" + anchor + "/delete", "").statusCode()).isEqualTo(500);
        assertThat(get("/anchor/" + anchor).statusCode()).isEqualTo(410);
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void the_stand_in_service_links_material_of_every_kind() throws Exception {
        String anchor = idIn(post("/anchors/create", seed()).body());

        assertThat(post("/anchor/" + anchor + "/tags/associate/tag-1", "").statusCode())
                .isEqualTo(204);
        assertThat(post("/conversation/talk-1/anchors/associate/" + anchor, "").statusCode())
                .isEqualTo(204);
        assertThat(get("/anchor/" + anchor).body()).contains("tag-1", "talk-1");
    }

    @Test
    void pages_of_an_origin_may_use_the_stand_in_service_if_an_option_allows_it() throws Exception {
        command.stop();
        command = ServeCommand.start("--allow-origin", "app://obsidian.md", "--allow-origin", "tauri://notes");

        for (String origin : List.of("app://obsidian.md", "tauri://notes")) {
            HttpRequest request = request("/anchors").header("Origin", origin).build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
        }
        HttpRequest other =
                request("/anchors").header("Origin", "vscode-webview://x").build();
        HttpResponse<String> refused = client.send(other, BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("serve --allow-origin");
    }

    @Test
    void the_stand_in_service_releases_its_port_when_it_is_interrupted() throws Exception {
        get("/anchors");

        stop();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get("/anchors"));
    }

    private static String seed() {
        return "{\"type\": \"FILE\", \"fullpath\": \"/notes\", \"asset\": \"" + ASSET + "\"}";
    }

    private static String idIn(String anchor) {
        Matcher id = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(anchor);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private HttpResponse<String> get(String route) throws Exception {
        return client.send(request(route).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String route, String body) throws Exception {
        HttpRequest.Builder request = request(route).header("Content-Type", "application/json");
        return client.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String route) {
        return HttpRequest.newBuilder(URI.create(command.url() + route));
    }
}
