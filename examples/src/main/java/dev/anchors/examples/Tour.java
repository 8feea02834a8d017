package dev.anchors.examples;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Demonstrates every operation of the ports by printing each call and its result, and how to delete the created anchors when
 * an operation fails.
 *
 * <p>The repository may contain anchors of a user. Therefore the tour creates anchors only below a path that no other
 * program uses, and neither prints nor changes any other anchor.
 */
final class Tour {

    private static final int SHOWN_LENGTH = 8;

    private final FullAnchorRepository anchors;
    private final PrintWriter out;
    private final String runId;
    private final String folder;
    private final AssetId asset;
    private final Set<AnchorId> created = new LinkedHashSet<>();

    /**
     * Creates a tour.
     *
     * @param anchors the repository to call
     * @param runId a unique name; part of the path of each anchor that the tour creates
     * @param out where the tour prints the results
     */
    Tour(FullAnchorRepository anchors, String runId, PrintWriter out) {
        this.anchors = anchors;
        this.out = out;
        this.runId = runId;
        folder = "/anchors-tour/" + runId;
        asset = new AssetId(runId);
    }

    /**
     * Calls every operation and prints the calls and the results.
     *
     * @throws AnchorRepositoryException if an operation failed; the created anchors have been deleted, as far as
     *     possible
     */
    void run() {
        try {
            callOperations();
        } catch (RuntimeException failure) {
            cleanUp(failure);
            throw failure;
        }
    }

    private void callOperations() {
        print("create: a directory and a file below " + folder + ", both linked to one asset");
        Anchor directory = create(AnchorType.DIRECTORY, "/notes");
        Anchor file = create(AnchorType.FILE, "/notes/todo.md");

        print("snapshot: all anchors at one moment; these are the anchors of the tour");
        Anchors snapshot = snapshot();
        snapshot.stream().filter(this::isFromTour).forEach(this::print);
        FullPath path = new FullPath(folder + "/notes/./drafts/../todo.md");
        printCall("snapshot.atPath(\".../notes/./drafts/../todo.md\")");
        print("  anchors at this equivalent path: " + snapshot.atPath(path).size());
        printLinked(snapshot);

        print("find: one anchor by its id");
        find(file.id()).ifPresent(this::print);

        linkAndUnlink(file.id());

        print("disassociate: removes the link of the file to the asset, and no other link");
        printCall("anchors.disassociate(" + shown(file.id()) + ", asset)");
        anchors.disassociate(file.id(), asset);
        find(file.id()).ifPresent(this::print);
        printLinked(snapshot());

        print("delete: removes both anchors; the asset is not deleted");
        delete(file.id());
        print("  the file exists: " + find(file.id()).isPresent());
        delete(directory.id());
        Anchors remaining = snapshot();
        print("  anchors of the tour: "
                + remaining.stream().filter(this::isFromTour).count() + " of " + remaining.size());
    }

    private void linkAndUnlink(AnchorId anchor) {
        ConversationId conversation = new ConversationId(runId);
        print("associate: links the file to a conversation; disassociate removes this link again");
        printCall("anchors.links().associate(" + shown(anchor) + ", conversation)");
        try {
            anchors.links().associate(anchor, conversation);
        } catch (RequestRefusedException olderService) {
            print("  " + olderService.getMessage());
            return;
        }
        printConversations(anchor);
        printCall("anchors.links().disassociate(" + shown(anchor) + ", conversation)");
        anchors.links().disassociate(anchor, conversation);
        printConversations(anchor);
    }

    private void printConversations(AnchorId anchor) {
        anchors.find(anchor)
                .ifPresent(found -> print(
                        "  conversations of the file: " + found.conversations().size()));
    }

    private Anchor create(AnchorType type, String path) {
        printCall("anchors.create(SeededAnchor.builder(" + type + ", \"..." + path + "\").asset(asset).build())");
        Anchor anchor = anchors.create(SeededAnchor.builder(type, new FullPath(folder + path))
                .asset(asset)
                .build());
        created.add(anchor.id());
        print(anchor);
        return anchor;
    }

    private Anchors snapshot() {
        printCall("anchors.snapshot()");
        return anchors.snapshot();
    }

    private Optional<Anchor> find(AnchorId anchor) {
        printCall("anchors.find(" + shown(anchor) + ")");
        return anchors.find(anchor);
    }

    private void delete(AnchorId anchor) {
        printCall("anchors.delete(" + shown(anchor) + ")");
        anchors.delete(anchor);
        created.remove(anchor);
    }

    /** Deletes the created anchors. Further failures are added to {@code failure} as suppressed exceptions. */
    private void cleanUp(RuntimeException failure) {
        if (mayHaveCreated(failure)) {
            attempt("find anchors below " + folder, failure, this::addAnchorsOfTour);
        }
        for (AnchorId anchor : created) {
            attempt("delete anchor " + anchor.value(), failure, () -> anchors.delete(anchor));
        }
    }

    private static boolean mayHaveCreated(RuntimeException failure) {
        return failure instanceof AnchorRepositoryException call
                && call.operation() == Operation.CREATE
                && call.effect() == Effect.UNKNOWN;
    }

    private void addAnchorsOfTour() {
        anchors.snapshot().stream().filter(this::isFromTour).map(Anchor::id).forEach(created::add);
    }

    private void attempt(String step, RuntimeException failure, Runnable action) {
        try {
            action.run();
            print("clean-up: " + step + ": done");
        } catch (AnchorNotFoundException deleted) {
            print("clean-up: " + step + ": the anchor was deleted before");
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
            print("clean-up: " + step + ": failed; please do this by hand");
        }
    }

    private boolean isFromTour(Anchor anchor) {
        return anchor.paths().stream().anyMatch(path -> path.value().contains(runId));
    }

    private void print(Anchor anchor) {
        String paths = anchor.paths().stream()
                .map(path -> path.value().replace(folder, "..."))
                .collect(Collectors.joining(", "));
        print("  " + anchor.type() + " " + paths + ": anchor " + shown(anchor.id()) + ", number of assets: "
                + anchor.assets().size());
    }

    private void printLinked(Anchors snapshot) {
        printCall("snapshot.linkedTo(asset)");
        print("  anchors linked to the asset: " + snapshot.linkedTo(asset).size() + " of " + snapshot.size());
    }

    private void printCall(String call) {
        print("  > " + call);
    }

    private void print(String line) {
        out.println(line);
    }

    /** Returns the start of an id, which is enough to tell the anchors of one tour apart. */
    private static String shown(AnchorId anchor) {
        String id = anchor.value();
        return id.length() <= SHOWN_LENGTH ? id : id.substring(0, SHOWN_LENGTH);
    }
}
