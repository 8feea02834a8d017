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
class HistoryRun {

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
     * Runs the steps in order, and closes the repository.
     *
     * @param progress receives the index of each step before that step is run
     * @throws RuleViolation if the repository differs from the model
     */
    final void run(List<Step> steps, IntConsumer progress) {
        compareEmpty();
        for (int index = 0; index < steps.size(); index++) {
            progress.accept(index);
            run(steps.get(index));
        }
        views.compareEarlierSnapshots();
        model.issued().stream().limit(200).forEach(id -> views.compareFind(id, model));
        close();
    }

    /** Closes the repository, and fails unless each operation is refused afterwards. */
    void close() {
        ClosedRepository.close(repository);
        ClosedRepository.check(ClosedRepository.calls(), repository);
    }

    private void compareEmpty() {
        views.compare(Rule.SNA_1, model, materials);
        views.compareFind(new AnchorId("a"), model);
    }

    /** Runs a step of the core port. */
    void run(Step step) {
        if (step instanceof Step.Create create) {
            create(create);
        } else if (step instanceof Step.Delete delete) {
            delete.target().id(ids).ifPresent(this::delete);
        } else if (step instanceof Step.Disassociate disassociate) {
            AssetId asset = disassociate.asset();
            changeLink(
                    LinkCall.DISASSOCIATE_ASSET,
                    disassociate.target(),
                    asset,
                    id -> repository.disassociate(id, asset));
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
            passNull(NullArguments.calls(), repository);
        } else {
            throw new IllegalArgumentException("this run has no port for " + step);
        }
    }

    /** Makes calls that pass null, and fails unless they are refused and change nothing. */
    final <P> void passNull(Map<String, Consumer<P>> calls, P port) {
        calls.forEach((name, call) -> {
            try {
                call.accept(port);
            } catch (NullPointerException refused) {
                return;
            } catch (RuntimeException failure) {
                throw new RuleViolation(Rule.ARG_1, name + " threw " + failure, failure);
            }
            throw new RuleViolation(Rule.ARG_1, name + " did not throw a NullPointerException", null);
        });
        compare(Rule.ARG_1);
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

    /** Makes a call that makes or removes a link, and compares what it did with the model. */
    final void changeLink(LinkCall call, Target target, MaterialId material, Consumer<AnchorId> caller) {
        materials.add(material);
        target.id(ids).ifPresent(id -> changeLink(call, id, material, caller));
    }

    private void changeLink(LinkCall call, AnchorId id, MaterialId material, Consumer<AnchorId> caller) {
        Optional<Anchor> before = model.find(id);
        Optional<Anchor> changing = before.filter(anchor -> call.changes(anchor, material));
        times.beginCall();
        expect(before.isPresent(), call.operation(), call.findsAnchor(), id, () -> caller.accept(id));
        TimeRange time = times.ofCall();
        changing.ifPresent(
                anchor -> model = call.after(model, anchor, material, views.snapshot(Transferables.INCLUDED), time));
        compare(changing.isPresent() ? call.changesNothingElse() : call.changesNothing());
        views.compareFind(id, model);
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
