package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.RuleViolation.check;
import static dev.anchors.testkit.contract.RuleViolation.checkEqual;
import static dev.anchors.testkit.contract.RuleViolation.checkSame;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares everything that a caller can observe of a repository with the model. */
final class Views {

    /** The most anchors that are looked up one by one, since a lookup may search all anchors of a snapshot. */
    private static final int LOOKED_UP = 200;

    private static final int FOUND = 20;

    private final AnchorRepository repository;
    private final boolean keepsCreationOrder;
    private final List<EarlierSnapshot> earlier = new ArrayList<>();
    private List<AnchorId> order = List.of();
    private int compared;

    /** A snapshot and a copy of its anchors from the time when it was taken. */
    private record EarlierSnapshot(Anchors snapshot, Anchors copy, Collection<MaterialId> materials) {}

    Views(AnchorRepository repository, boolean keepsCreationOrder) {
        this.repository = repository;
        this.keepsCreationOrder = keepsCreationOrder;
    }

    Anchors snapshot(Transferables transferables) {
        return returned("snapshot(" + transferables + ")", () -> repository.snapshot(transferables));
    }

    /**
     * Compares snapshots, streams and their lookups with the model.
     *
     * @param rule the rule that is broken if the repository has other anchors than the model
     * @param materials the materials that are looked up
     */
    void compare(Rule rule, Model model, Collection<MaterialId> materials) {
        Anchors included = snapshot(Transferables.INCLUDED);
        List<Anchor> shown = included.asList();
        compareSize(included, shown);
        List<Anchor> expected = inOrder(model, shown);
        boolean missing = expected.size() > shown.size() && rule == Rule.CRE_6;
        checkSame(missing ? Rule.LIF_2 : rule, "snapshot(INCLUDED)", shown, expected);
        compareOrder(model, shown);
        compareLookups(included, shown, materials);
        compareStream(Transferables.INCLUDED, shown);
        compareOmitted(expected, materials);
        if (compared++ % 4 == 0) {
            earlier.add(new EarlierSnapshot(included, Anchors.of(shown), List.copyOf(materials)));
        }
    }

    /** Throws a {@link RuleViolation} if an earlier snapshot has changed. */
    void compareEarlierSnapshots() {
        for (EarlierSnapshot one : earlier) {
            List<Anchor> before = one.copy().asList();
            String observed = "a snapshot that was taken earlier";
            checkSame(Rule.SNA_2, observed, one.snapshot().asList(), before);
            check(Rule.SNA_2, one.snapshot().size() == before.size(), "the size of a snapshot changed");
            before.stream().limit(FOUND).forEach(anchor -> {
                checkEqual(
                        Rule.SNA_2, observed, one.snapshot().find(anchor.id()).orElse(null), anchor);
                anchor.paths()
                        .forEach(path -> checkSame(
                                Rule.SNA_2,
                                observed,
                                one.snapshot().atPath(path),
                                one.copy().atPath(path)));
            });
            one.materials()
                    .forEach(material -> checkSame(
                            Rule.SNA_2,
                            observed,
                            one.snapshot().linkedTo(material),
                            one.copy().linkedTo(material)));
        }
    }

    /** Reads one anchor of a stream and closes the stream; compares that anchor. */
    void leaveStream(Model model) {
        Optional<Anchor> first = returned("stream(INCLUDED)", () -> {
            try (Stream<Anchor> stream = repository.stream(Transferables.INCLUDED)) {
                return stream.findFirst();
            }
        });
        checkEqual(
                Rule.SNA_5,
                "the first anchor of stream(INCLUDED)",
                first,
                order.stream().findFirst().flatMap(model::find));
    }

    /** Compares find with the model. */
    void compareFind(AnchorId id, Model model) {
        String call = "find(\"" + id.value() + "\")";
        Anchor expected = model.find(id).orElse(null);
        Anchor found = returned("find", () -> repository.find(id)).orElse(null);
        checkEqual(Rule.FIN_1, call, found, expected);
        Anchor bare = returned("find", () -> repository.find(id, Transferables.OMITTED))
                .orElse(null);
        Anchor expectedBare = bare != null && expected != null ? Details.missingAsIn(bare, expected) : expected;
        checkEqual(Rule.FIN_2, call + " with OMITTED", bare, expectedBare);
    }

    private void compareOmitted(List<Anchor> included, Collection<MaterialId> materials) {
        Anchors omitted = snapshot(Transferables.OMITTED);
        List<Anchor> shown = omitted.asList();
        Map<AnchorId, Anchor> found = byId(shown);
        List<Anchor> expected = included.stream()
                .map(anchor -> Details.missingAsIn(found.getOrDefault(anchor.id(), anchor), anchor))
                .toList();
        checkSame(Rule.SNA_4, "snapshot(OMITTED)", shown, expected);
        compareLookups(omitted, shown, materials);
        compareStream(Transferables.OMITTED, shown);
    }

    /** Returns the anchors by their ids; of anchors with the same id, the last. */
    static Map<AnchorId, Anchor> byId(Iterable<Anchor> anchors) {
        Map<AnchorId, Anchor> found = new HashMap<>();
        anchors.forEach(anchor -> found.put(anchor.id(), anchor));
        return found;
    }

    /** Returns the anchors of the model, in the order of the snapshot; those that the snapshot lacks come last. */
    private static List<Anchor> inOrder(Model model, List<Anchor> shown) {
        List<Anchor> expected = new ArrayList<>();
        Set<AnchorId> added = new HashSet<>();
        for (Anchor anchor : shown) {
            model.find(anchor.id()).filter(known -> added.add(known.id())).ifPresent(expected::add);
        }
        model.anchors().stream().filter(anchor -> added.add(anchor.id())).forEach(expected::add);
        return expected;
    }

    private void compareOrder(Model model, List<Anchor> shown) {
        List<AnchorId> now = shown.stream().map(Anchor::id).toList();
        List<AnchorId> expected = keepsCreationOrder
                ? model.anchors().stream().map(Anchor::id).toList()
                : order.stream().filter(id -> model.find(id).isPresent()).toList();
        Set<AnchorId> known = new HashSet<>(expected);
        String than = keepsCreationOrder ? "the order of creation" : "the order of the last snapshot";
        List<AnchorId> actual = now.stream().filter(known::contains).toList();
        for (int index = 0; index < expected.size(); index++) {
            check(
                    Rule.SNA_3,
                    actual.get(index).equals(expected.get(index)),
                    "snapshot(INCLUDED): anchor %s is at index %d, where anchor %s is by %s",
                    actual.get(index).value(),
                    index,
                    expected.get(index).value(),
                    than);
        }
        order = now;
    }

    private static void compareSize(Anchors snapshot, List<Anchor> shown) {
        check(
                Rule.SNA_3,
                snapshot.size() == shown.size() && snapshot.isEmpty() == shown.isEmpty(),
                "size() is %d, but asList() has %d anchors",
                snapshot.size(),
                shown.size());
    }

    private static void compareLookups(Anchors snapshot, List<Anchor> shown, Collection<MaterialId> materials) {
        compareSize(snapshot, shown);
        Anchors expected = Anchors.of(shown);
        checkSame(Rule.SNA_3, "stream() of a snapshot", snapshot.stream().toList(), shown);
        List<Anchor> iterated = new ArrayList<>();
        snapshot.iterator().forEachRemaining(iterated::add);
        checkSame(Rule.SNA_3, "iteration over a snapshot", iterated, shown);
        Set<FullPath> paths = new LinkedHashSet<>();
        int stride = 1 + shown.size() / LOOKED_UP;
        for (int index = 0; index < shown.size(); index += stride) {
            Anchor anchor = shown.get(index);
            checkEqual(
                    Rule.SNA_3, "find of a snapshot", snapshot.find(anchor.id()).orElse(null), anchor);
            paths.addAll(anchor.paths());
        }
        for (FullPath path : paths) {
            checkSame(Rule.SNA_3, "atPath(" + path + ")", snapshot.atPath(path), expected.atPath(path));
        }
        Stream.concat(paths.stream().flatMap(path -> path.parent().stream()), paths.stream())
                .distinct()
                .limit(FOUND)
                .forEach(path ->
                        checkSame(Rule.SNA_3, "below(" + path + ")", snapshot.below(path), expected.below(path)));
        for (MaterialId material : materials) {
            checkSame(
                    Rule.SNA_3, "linkedTo(" + material + ")", snapshot.linkedTo(material), expected.linkedTo(material));
        }
    }

    private void compareStream(Transferables transferables, List<Anchor> snapshot) {
        List<Anchor> streamed = returned("stream(" + transferables + ")", () -> {
            try (Stream<Anchor> stream = repository.stream(transferables)) {
                check(Rule.SNA_5, !stream.isParallel(), "stream(%s) is parallel", transferables);
                return stream.toList();
            }
        });
        checkSame(Rule.SNA_5, "stream(" + transferables + "), compared with snapshot", streamed, snapshot);
    }

    /** Returns the result of a call that has to succeed. */
    <T> T returned(String call, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (RuntimeException failure) {
            throw new RuleViolation(Rule.FAI_1, call + " threw " + failure, failure);
        }
    }
}
