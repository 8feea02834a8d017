package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.RuleViolation.check;
import static dev.anchors.testkit.contract.RuleViolation.checkEqual;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Runs the steps of a history on a repository and on the model, and compares the two after each step. */
final class HistoryRun {

    private static final int FOUND = 6;

    private final AnchorRepository repository;
    private final HistoryClock clock;
    private final CallTimes times;
    private final Set<Ability> abilities;
    private final Views views;
    private final Map<Integer, AnchorId> ids = new HashMap<>();
    private final Set<MaterialId> materials = new LinkedHashSet<>();
    private final Set<Object> issued = new HashSet<>();
    private Model model = Model.empty();

    HistoryRun(AnchorRepository repository, HistoryClock clock, CallTimes times, Set<Ability> abilities) {
        this.repository = repository;
        this.clock = clock;
        this.times = times;
        this.abilities = abilities;
        this.views = new Views(repository, abilities.contains(Ability.KEEPS_CREATION_ORDER));
    }

    /**
     * Runs the steps in order.
     *
     * @param progress receives the index of each step before that step is run
     * @throws RuleViolation if the repository differs from the model
     */
    void run(List<Step> steps, IntConsumer progress) {
        compareEmpty();
        for (int index = 0; index < steps.size(); index++) {
            progress.accept(index);
            run(steps.get(index), index == steps.size() - 1);
        }
    }

    private void compareEmpty() {
        views.compare(Rule.SNA_1, model, materials);
        views.compareFind(new AnchorId("a"), model);
    }

    private void run(Step step, boolean last) {
        if (step instanceof Step.Create create) {
            create(create);
        } else if (step instanceof Step.Delete delete) {
            delete.target().id(ids).ifPresent(this::delete);
        } else if (step instanceof Step.Disassociate disassociate) {
            materials.add(disassociate.asset());
            disassociate.target().id(ids).ifPresent(id -> disassociate(id, disassociate.asset()));
        } else if (step instanceof Step.Find find) {
            find.target().id(ids).ifPresent(id -> views.compareFind(id, model));
        } else if (step instanceof Step.MoveClock move) {
            clock.advance(move.by());
            compare(Rule.LIF_2);
        } else if (step instanceof Step.TickClock tick) {
            clock.tick(tick.by());
        } else if (step instanceof Step.LeaveStream) {
            views.leaveStream(model);
        } else if (step instanceof Step.PassNull) {
            NullArguments.calls().forEach(this::refused);
            compare(Rule.ARG_1);
        }
        if (last) {
            views.compareEarlierSnapshots();
            model.issued().stream().limit(200).forEach(id -> views.compareFind(id, model));
        }
    }

    private void refused(String name, Consumer<AnchorRepository> call) {
        try {
            call.accept(repository);
        } catch (NullPointerException refused) {
            return;
        } catch (RuntimeException failure) {
            throw new RuleViolation(Rule.ARG_1, name + " threw " + failure, failure);
        }
        throw new RuleViolation(Rule.ARG_1, name + " did not throw a NullPointerException", null);
    }

    private void create(Step.Create step) {
        addMaterials(step.seed());
        CreateCheck check = new CreateCheck(step.seed(), step.transferables(), model, issued);
        for (int index = 0; index < step.count(); index++) {
            times.beginCall();
            Anchor anchor = created(step);
            check.returned(anchor, times.ofCall());
            ids.put(step.number() + index, anchor.id());
        }
        Anchors omitted =
                step.transferables() == Transferables.OMITTED ? views.snapshot(Transferables.OMITTED) : Anchors.empty();
        model = model.created(check.complete(views.snapshot(Transferables.INCLUDED), omitted));
        compare(Rule.CRE_6);
    }

    /** Also adds the same text as the id of another kind of material. */
    private void addMaterials(SeededAnchor seed) {
        seed.asset().ifPresent(asset -> {
            materials.add(asset);
            materials.add(new ConversationId(asset.value()));
        });
        seed.conversation().ifPresent(conversation -> {
            materials.add(conversation);
            materials.add(new AssetId(conversation.value()));
        });
        materials.addAll(seed.persons());
    }

    private Anchor created(Step.Create step) {
        try {
            return repository.create(step.seed(), step.transferables());
        } catch (RuntimeException failure) {
            throw new RuleViolation(Rule.FAI_1, "create threw " + failure, failure);
        }
    }

    private void delete(AnchorId id) {
        boolean exists = model.find(id).isPresent();
        expect(exists, Operation.DELETE, Rule.DEL_2, id, () -> repository.delete(id));
        model = model.deleted(id);
        compare(exists ? Rule.DEL_1 : Rule.DEL_2);
        views.compareFind(id, model);
    }

    private void disassociate(AnchorId id, AssetId asset) {
        Optional<Anchor> linked =
                model.find(id).filter(anchor -> anchor.assets().contains(asset));
        times.beginCall();
        expect(
                model.find(id).isPresent(),
                Operation.DISASSOCIATE,
                Rule.DIS_4,
                id,
                () -> repository.disassociate(id, asset));
        TimeRange time = times.ofCall();
        linked.ifPresent(before -> unlinked(before, asset, time));
        compare(linked.isPresent() ? Rule.DIS_2 : Rule.DIS_4);
        views.compareFind(id, model);
    }

    private void unlinked(Anchor before, AssetId asset, TimeRange time) {
        Anchors shown = views.snapshot(Transferables.INCLUDED);
        Anchor after = shown.find(before.id())
                .orElseThrow(() -> new RuleViolation(
                        Rule.DIS_1, "snapshot(INCLUDED): anchor " + before.id().value() + " is missing", null));
        check(Rule.DIS_1, !after.assets().contains(asset), "snapshot(INCLUDED): the link to %s still exists", asset);
        check(
                Rule.DIS_1,
                shown.linkedTo(asset).stream().noneMatch(anchor -> anchor.id().equals(before.id())),
                "linkedTo(%s): anchor %s still exists",
                asset,
                before.id().value());
        TimeRange expected = time.notBefore(before.updated().value());
        check(
                Rule.DIS_3,
                expected.contains(after.updated().value()),
                "snapshot(INCLUDED): updated is %s, expected %s; before the call it was %s",
                after.updated().value(),
                expected,
                before.updated().value());
        model = model.disassociated(before.id(), asset, after.updated());
    }

    /** Makes a call that succeeds if the anchor exists, and fails unless the call ends as expected. */
    private void expect(boolean exists, Operation operation, Rule rule, AnchorId id, Runnable call) {
        String observed = operation + " of \"" + id.value() + "\"";
        try {
            call.run();
        } catch (AnchorNotFoundException failure) {
            check(rule, !exists, "%s threw %s", observed, failure);
            checkEqual(rule, observed + ": anchor of the failure", failure.anchor(), id);
            checkEqual(rule, observed + ": operation of the failure", failure.operation(), operation);
            if (abilities.contains(Ability.NOT_FOUND_IS_CERTAIN)) {
                checkEqual(rule, observed + ": effect of the failure", failure.effect(), Effect.NONE);
            }
            return;
        } catch (RuntimeException failure) {
            throw new RuleViolation(exists ? Rule.FAI_1 : rule, observed + " threw " + failure, failure);
        }
        check(rule, exists, "%s succeeded, but there is no such anchor", observed);
    }

    private void compare(Rule rule) {
        views.compare(rule, model, materials);
        model.anchors().stream().limit(FOUND).forEach(anchor -> views.compareFind(anchor.id(), model));
    }
}
