package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Anchors of an application: each has a path of its own, ten are in one directory, and ten are linked to one asset. */
final class Workload {

    private static final int ANCHORS_PER_ASSET = 10;
    private static final int ANCHORS_PER_DIRECTORY = 10;

    private Workload() {}

    static SeededAnchor seed(int number) {
        String directory = "/home/ada/src/project-" + number / ANCHORS_PER_DIRECTORY;
        return SeededAnchor.builder(AnchorType.FILE, new FullPath(directory + "/file-" + number + ".java"))
                .asset(asset(number))
                .platform(Platform.LINUX)
                .build();
    }

    static AssetId asset(int number) {
        return new AssetId("2254f2c8-5797-40e8-ac56-" + number / ANCHORS_PER_ASSET);
    }

    /** Creates an anchor at the same cost as the in-memory repository does. */
    static Anchor create(SeededAnchor seed) {
        return seed.toAnchor(
                new AnchorId(uuid()), new AnchorPointId(uuid()), () -> new AnnotationId(uuid()), Instant.now());
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    static Anchors anchors(int size) {
        List<Anchor> anchors = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            anchors.add(create(seed(number)));
        }
        return Anchors.of(anchors);
    }

    /** Returns the anchors in random order, which is the same in every run. */
    static List<Anchor> shuffled(Anchors anchors) {
        List<Anchor> shuffled = new ArrayList<>(anchors.asList());
        Collections.shuffle(shuffled, new Random(20240417));
        return shuffled;
    }
}
