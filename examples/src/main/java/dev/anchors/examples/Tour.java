package dev.anchors.examples;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Demonstrates every operation of the port, and how to leave nothing behind when one of them fails.
 *
 * <p>The repository may be somebody's own. So the tour works below a path that nobody else has, and neither shows nor
 * touches any other anchor.
 */
final class Tour {

    private final AnchorRepository anchors;
    private final PrintWriter out;
    private final String run;
    private final String place;
    private final AssetId asset;
    private final Set<AnchorId> made = new LinkedHashSet<>();

    /**
     * Prepares a tour.
     *
     * @param run a name that no other tour ever had
     */
    Tour(AnchorRepository anchors, String run, PrintWriter out) {
        this.anchors = anchors;
        this.out = out;
        this.run = run;
        place = "/anchors-tour/" + run;
        asset = new AssetId(run);
    }

    void run() {
        try {
            walk();
        } catch (RuntimeException failure) {
            cleanUp(failure);
            throw failure;
        }
    }

    private void walk() {
        say("create: a directory and a file below " + place + ", both linked to one asset");
        Anchor directory = create(AnchorType.DIRECTORY, "/notes");
        Anchor file = create(AnchorType.FILE, "/notes/todo.md");

        say("snapshot: all anchors of one moment, ours among them");
        Anchors snapshot = anchors.snapshot();
        snapshot.stream().filter(this::isOurs).forEach(this::show);
        FullPath spelling = new FullPath(place + "/notes/./drafts/../todo.md");
        say("  at " + spelling.value() + ", which is another spelling: "
                + snapshot.atPath(spelling).size());
        say("  linked to the asset: " + snapshot.linkedTo(asset).size() + ", of all: " + snapshot.size());

        say("find: one anchor by its id");
        anchors.find(file.id()).ifPresent(this::show);

        say("disassociate: the file lets go of the asset, the directory keeps it");
        anchors.disassociate(file.id(), asset);
        anchors.find(file.id()).ifPresent(this::show);
        say("  linked to the asset: " + anchors.snapshot().linkedTo(asset).size());

        say("delete: both anchors go, the asset stays");
        delete(file.id());
        say("  the file can be found: " + anchors.find(file.id()).isPresent());
        delete(directory.id());
        Anchors left = anchors.snapshot();
        say("  left of ours: " + left.stream().filter(this::isOurs).count() + ", of all: " + left.size());
    }

    private Anchor create(AnchorType type, String path) {
        Anchor anchor = anchors.create(SeededAnchor.builder(type, new FullPath(place + path))
                .asset(asset)
                .build());
        made.add(anchor.id());
        show(anchor);
        return anchor;
    }

    private void delete(AnchorId anchor) {
        anchors.delete(anchor);
        made.remove(anchor);
    }

    /** Deletes what the tour made; what fails on the way is noted in {@code failure}, which is why we are here. */
    private void cleanUp(RuntimeException failure) {
        if (failure instanceof AnchorRepositoryException call
                && call.operation() == Operation.CREATE
                && call.effect() == Effect.UNKNOWN) {
            attempt(
                    failure,
                    "look for what may be at " + place,
                    () -> anchors.snapshot().stream()
                            .filter(this::isOurs)
                            .map(Anchor::id)
                            .forEach(made::add));
        }
        for (AnchorId anchor : made) {
            attempt(failure, "delete anchor " + anchor.value(), () -> anchors.delete(anchor));
        }
    }

    private void attempt(RuntimeException failure, String step, Runnable action) {
        try {
            action.run();
            say("clean up: " + step);
        } catch (AnchorNotFoundException gone) {
            say("clean up: " + step + ", which was done already");
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
            say("clean up: could not " + step + ", please do so yourself");
        }
    }

    private boolean isOurs(Anchor anchor) {
        return anchor.paths().stream().anyMatch(path -> path.value().contains(run));
    }

    private void show(Anchor anchor) {
        String path = anchor.paths().stream().map(FullPath::value).collect(Collectors.joining(", "));
        say("  " + anchor.type() + " " + path + ": anchor " + anchor.id().value() + ", assets: "
                + anchor.assets().size());
    }

    private void say(String line) {
        out.println(line);
    }
}
