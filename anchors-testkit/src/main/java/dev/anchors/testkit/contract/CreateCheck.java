package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.RuleViolation.check;
import static dev.anchors.testkit.contract.RuleViolation.checkEqual;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the anchors that one step created with their seed, and then with snapshots of the repository. */
final class CreateCheck {

    /** If so many anchors are created and one is missing, the repository has a limit (LIF-2). */
    private static final int MANY = 50;

    private final SeededAnchor seed;
    private final Transferables transferables;
    private final Set<Object> issued;
    private final Model before;
    private final Map<AnchorId, Anchor> returned = new LinkedHashMap<>();

    CreateCheck(SeededAnchor seed, Transferables transferables, Model before, Set<Object> issued) {
        this.seed = seed;
        this.transferables = transferables;
        this.before = before;
        this.issued = issued;
    }

    /** Compares an anchor that create returned with the seed, and stores it for {@link #complete}. */
    void returned(Anchor anchor, TimeRange time) {
        check(
                Rule.CRE_1,
                !before.hasIssued(anchor.id()) && !returned.containsKey(anchor.id()),
                "create: an earlier anchor has the same id %s",
                anchor.id().value());
        compareTimes(anchor, time);
        compareLinks(anchor);
        compareFields("create", anchor, transferables);
        check(
                Rule.CRE_5,
                anchor.points().stream().map(AnchorPoint::id).allMatch(issued::add),
                "create: an earlier point has the same id");
        issued.addAll(anchor.annotations());
        returned.put(anchor.id(), anchor);
    }

    /** Returns the created anchors with all details, which are read from a snapshot if create did not return them. */
    List<Anchor> complete(Anchors included, Anchors omitted) {
        Map<AnchorId, Anchor> withDetails = Views.byId(included);
        Map<AnchorId, Anchor> withoutDetails = Views.byId(omitted);
        int expected = before.size() + returned.size();
        check(
                Rule.LIF_2,
                expected < MANY || withDetails.size() >= expected,
                "snapshot(INCLUDED): the snapshot holds %d of %d anchors",
                withDetails.size(),
                expected);
        List<Anchor> full = new ArrayList<>();
        for (Anchor anchor : returned.values()) {
            Anchor shown = shown(withDetails, "snapshot(INCLUDED)", anchor);
            Anchor shownAsAsked = transferables == Transferables.INCLUDED
                    ? shown
                    : shown(withoutDetails, "snapshot(OMITTED)", anchor);
            checkEqual(
                    Rule.CRE_6,
                    "snapshot(" + transferables + "), compared with what create returned",
                    shownAsAsked,
                    anchor);
            compareFields("snapshot(INCLUDED)", shown, Transferables.INCLUDED);
            full.add(shown);
        }
        return full;
    }

    private static Anchor shown(Map<AnchorId, Anchor> snapshot, String name, Anchor anchor) {
        Anchor shown = snapshot.get(anchor.id());
        if (shown == null) {
            String message = name + ": the new anchor " + anchor.id().value() + " is missing";
            throw new RuleViolation(Rule.CRE_6, message, null);
        }
        return shown;
    }

    private static void compareTimes(Anchor anchor, TimeRange time) {
        checkEqual(Rule.CRE_4, "create: updated, compared with created", anchor.updated(), anchor.created());
        check(
                Rule.CRE_4,
                time.contains(anchor.created().value()),
                "create: created is %s, but the time of the call was %s",
                anchor.created().value(),
                time);
        check(Rule.CRE_4, !anchor.isDeleted(), "create: the new anchor is marked as deleted");
    }

    private void compareLinks(Anchor anchor) {
        checkEqual(Rule.CRE_3, "create: assets", anchor.assets(), setOf(seed.asset()));
        checkEqual(Rule.CRE_3, "create: conversations", anchor.conversations(), setOf(seed.conversation()));
        checkEqual(
                Rule.CRE_3,
                "create: the number of annotations",
                anchor.annotations().size(),
                seed.annotations().size());
        check(
                Rule.CRE_3,
                anchor.annotations().stream().noneMatch(issued::contains),
                "create: an earlier annotation has the same id");
    }

    private void compareFields(String observed, Anchor anchor, Transferables shown) {
        checkEqual(Rule.CRE_2, observed + ": type", anchor.type(), seed.type());
        checkEqual(Rule.CRE_2, observed + ": name", anchor.name(), seed.name());
        checkEqual(Rule.CRE_2, observed + ": watch", anchor.watch(), seed.watch());
        checkEqual(
                Rule.CRE_2, observed + ": the number of points", anchor.points().size(), 1);
        if (shown == Transferables.INCLUDED) {
            AnchorPoint point = anchor.points().get(0);
            checkEqual(
                    Rule.CRE_2,
                    observed + ": path",
                    point.fullpath(),
                    Optional.of(seed.fullpath().normalized()));
            checkEqual(Rule.CRE_2, observed + ": platform", point.platform(), seed.platform());
        }
    }

    private static <T> Set<T> setOf(Optional<T> value) {
        return value.map(Set::of).orElse(Set.of());
    }
}
