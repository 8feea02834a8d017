package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.WorkstreamEventId;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.ManualClock;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListTest {

    private static final AssetId ASSET = new AssetId("asset-1");

    private final ManualClock clock = ManualClock.startingAt(Instant.parse("2024-04-17T09:30:00Z"));
    private final AtomicInteger ids = new AtomicInteger();
    private final InMemoryAnchorRepository store = InMemoryAnchorRepository.builder()
            .clock(clock)
            .anchorIds(() -> new AnchorId("anchor-" + ids.incrementAndGet()))
            .build();
    private final FakePiecesOs service = FakePiecesOs.serving(store);

    @AfterEach
    void close() {
        service.close();
        store.close();
    }

    @Test
    void a_list_is_a_tree_of_paths_in_alphabetical_order_with_the_links_of_each_anchor() throws IOException {
        Anchor notes = store.create(SeededAnchor.file("/home/ada/notes.md"));
        store.create(SeededAnchor.directory("/home/ada/src"));
        store.create(SeededAnchor.file("/home/ada/src/main/java/Main.java"));
        store.create(SeededAnchor.file("/home/ada/notes.md"));
        store.create(SeededAnchor.file("C:\\Users\\ada\\plan.docx"));
        store.links().associate(notes.id(), ASSET);
        store.links().associate(notes.id(), new WorkstreamEventId("event-1"));

        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```text\n" + list() + "```");
        assertThat(linesOf(list()))
                .containsExactly(
                        "/home/ada",
                        "  /notes.md: FILE anchor-1",
                        "    - asset asset-1",
                        "    - workstream event event-1",
                        "  /notes.md: FILE anchor-4",
                        "  /src: DIRECTORY anchor-2",
                        "    /main/java/Main.java: FILE anchor-3",
                        "C:\\Users\\ada\\plan.docx: FILE anchor-5",
                        "5 of 5 anchors");
    }

    @Test
    void a_list_of_the_newest_anchors_has_so_many_anchors_and_the_newest_first() {
        for (String path : List.of("/a/old", "/a/new", "/b/newer", "/a/newest")) {
            store.create(SeededAnchor.file(path));
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(linesOf(list("--newest", "3")))
                .containsExactly(
                        "/a",
                        "  /newest: FILE anchor-4",
                        "  /new: FILE anchor-2",
                        "/b/newer: FILE anchor-3",
                        "3 of 4 anchors");
    }

    @Test
    void of_anchors_that_were_created_at_the_same_time_the_last_one_is_the_newest() {
        store.create(SeededAnchor.file("/first"));
        store.create(SeededAnchor.file("/second"));

        assertThat(linesOf(list("--newest", "1"))).containsExactly("/second: FILE anchor-2", "1 of 2 anchors");
    }

    @Test
    void a_list_in_json_has_every_field_and_the_newest_anchors_first() {
        store.create(SeededAnchor.builder(AnchorType.DIRECTORY, new FullPath("/src"))
                .name("sources")
                .build());
        clock.advance(Duration.ofMinutes(1));
        Anchor notes = store.create(SeededAnchor.file("/notes.md"));
        clock.advance(Duration.ofMinutes(1));
        store.links().associate(notes.id(), ASSET);

        assertThat(list("--json", "--newest", "2").replaceAll("\\s", "")).isEqualTo("""
                {"anchors":[
                {"id":"anchor-2","type":"FILE","paths":["/notes.md"],
                "created":"2024-04-17T09:31:00Z","updated":"2024-04-17T09:32:00Z",
                "links":[{"kind":"ASSET","id":"asset-1"}]},
                {"id":"anchor-1","type":"DIRECTORY","name":"sources","paths":["/src"],
                "created":"2024-04-17T09:30:00Z","updated":"2024-04-17T09:30:00Z",
                "links":[]}]}
                """.replace("\n", ""));
    }

    @Test
    void the_readme_describes_the_json_of_a_list() throws IOException {
        Anchor anchor = store.create(SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes.md"))
                .name("my notes")
                .build());
        store.links().associate(anchor.id(), ASSET);

        assertThat(fieldsOf(list("--json"))).isEqualTo(fieldsOf(jsonOfTheReadme()));
    }

    @Test
    void an_empty_list_is_one_line_or_an_empty_array() {
        assertThat(linesOf(list())).containsExactly("0 of 0 anchors");
        assertThat(list("--json").replaceAll("\\s", "")).isEqualTo("{\"anchors\":[]}");
    }

    @Test
    void an_anchor_without_a_path_is_listed_by_its_id() {
        Anchor anchor = store.create(SeededAnchor.file("/notes.md"));
        Anchor withoutPath = anchor.toBuilder().points(List.of()).build();
        service.reply(Reply.json(Anchors.of(List.of(withoutPath))));

        assertThat(linesOf(list())).containsExactly("(without a path): FILE anchor-1", "1 of 1 anchors");
    }

    @Test
    void control_characters_of_a_path_do_not_reach_the_terminal() {
        store.create(SeededAnchor.file("/a\u001b[31m\nb\u202ec"));

        assertThat(linesOf(list())).containsExactly("/a\\u{1B}[31m\\u{A}b\\u{202E}c: FILE anchor-1", "1 of 1 anchors");
    }

    @Test
    void a_list_of_a_service_that_fails_is_one_line_and_exit_code_1() {
        service.reply(Reply.text(500, "out of order"));

        CommandRun run = CommandRun.of("list", "--base-url", service.baseUrl().toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("list: snapshot: ").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    private String list(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("list", "--base-url", service.baseUrl().toString()));
        arguments.addAll(Arrays.asList(options));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private static List<String> linesOf(String text) {
        return text.lines().toList();
    }

    private static String jsonOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int start = readme.indexOf("{\"anchors\"");
        return readme.substring(start, readme.indexOf("```", start));
    }

    /** Returns the names of the fields of the outermost object, of its first anchor and of the first link. */
    private static List<String> fieldsOf(String json) {
        JsonNode document = JsonMapper.shared().readTree(json);
        JsonNode anchor = document.path("anchors").path(0);
        return Stream.of(document, anchor, anchor.path("links").path(0))
                .flatMap(object -> object.propertyNames().stream())
                .toList();
    }
}
