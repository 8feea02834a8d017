package dev.anchors.examples;

import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.ports.FullAnchorRepository;
import java.util.List;

/** Twenty anchors to try the commands with. */
final class SampleAnchors {

    private static final List<MaterialId> MATERIALS =
            List.of(new AssetId("sample-snippet"), new ConversationId("sample-chat"), new TagId("sample-tag"));
    private static final List<String> DIRECTORIES = List.of("engine", "letters", "garden", "recipes");
    private static final List<String> FILES = List.of("README.md", "notes.md", "src/main.py", "todo.txt");

    private SampleAnchors() {}

    /** Creates a directory with four files for each of four projects, and links. Does nothing if there are anchors. */
    static void createIn(FullAnchorRepository anchors) {
        if (!anchors.snapshot().isEmpty()) {
            return;
        }
        for (String project : DIRECTORIES) {
            String directory = "/home/ada/" + project;
            create(anchors, AnchorType.DIRECTORY, directory, project.length());
            for (String file : FILES) {
                create(anchors, AnchorType.FILE, directory + "/" + file, file.length());
            }
        }
    }

    private static void create(FullAnchorRepository anchors, AnchorType type, String path, int number) {
        SeededAnchor seed = SeededAnchor.builder(type, new FullPath(path)).build();
        anchors.links().associate(anchors.create(seed).id(), MATERIALS.get(number % MATERIALS.size()));
    }
}
