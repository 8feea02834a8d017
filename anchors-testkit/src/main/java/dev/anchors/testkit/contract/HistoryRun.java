package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.RuleViolation.check;
import static dev.anchors.testkit.contract.RuleViolation.checkEqual;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.contract.Call.Ports;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Runs the steps of a history on a repository and on the model, and compares the two after each step. */
final class HistoryRun {

    private static final int FOUND = 6;

    private final AnchorRepository repository;
    private final Ports ports;
    private final List<Role<?>> roles;
    private final HistoryClock clock;
    private final CallTimes times;
    private final Set<Ability> abilities;
    private final Views views;
    private final Map<Integer, AnchorId> ids = new HashMap<>();
    private final Set<MaterialId> materials = new LinkedHashSet<>();
    private final Set<Object> issued = new HashSet<>();
    private Model model = Model.empty();

    /** @param original the repository as {@link RepositoryContract#newRepository} made it */
    HistoryRun(
            AnchorRepository original,
            List<Role<?>> roles,
            HistoryClock clock,
            CallTimes times,
            Set<Ability> abilities) {
        this.ports = Ports.of(original);
        this.repository = ports.of(CoreOperations.ROLE);
        this.roles = roles;
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
    void run(List<Step> steps, IntConsumer progress) {
        compareEmpty();
        for (int index = 0; index < steps.size(); index++) {
            progress.accept(index);
            run(steps.get(index));
        }
        views.compareEarlierSnapshots();
        model.issued().stream().limit(200).forEach(id -> views.compareFind(id, model));
        close();
    }

    /** Closes the repository twice, and fails unless each operation is refused afterwards. */
    private void close() {
        for (int time = 1; time <= 2; time++) {
            try {
                repository.close();
            } catch (RuntimeException failure) {
                throw new RuleViolation(Rule.LIF_1, "close threw " + failure, failure);
            }
        }
        roles.stream()
                .flatMap(role -> role.samples(new AnchorId("a")).stream())
                .forEach(call -> refuse(call, call + " after close", Rule.LIF_1, IllegalStateException.class));
    }

    private void compareEmpty() {
        views.compare(Rule.SNA_1, model, materials);
        views.compareFind(new AnchorId("a"), model);
    }

    private void run(Step step) {
        if (step instanceof Step.Create create) {
            create(create);
        } else if (step instanceof Step.Make make) {
            make.call().resolved(ids).ifPresent(this::make);
        } else if (step instanceof Step.MoveClock move) {
            clock.advance(move.by());
            compare(Rule.LIF_2);
        } else if (step instanceof Step.TickClock tick) {
            clock.tick(tick.by());
        } else if (step instanceof Step.LeaveStream) {
            views.leaveStream(model);
        } else {
            roles.stream()
                    .flatMap(role -> role.withNull().stream())
                    .forEach(call -> refuse(call, call.signature(), Rule.ARG_1, NullPointerException.class));
            compare(Rule.ARG_1);
        }
    }

    /** Makes a call, and fails unless the call is refused. */
    private void refuse(Call<?> call, String observed, Rule rule, Class<? extends RuntimeException> refusal) {
        try {
            call.make(ports);
        } catch (RuntimeException failure) {
            check(rule, refusal.isInstance(failure), "%s threw %s", observed, failure);
            return;
        }
        throw new RuleViolation(rule, observed + " did not throw a " + refusal.getSimpleName(), null);
    }

    private void create(Step.Create step) {
        addMaterials(step.seed());
        Transferables transferables = step.call().arguments().get(Parameter.TRANSFERABLES);
        CreateCheck check = new CreateCheck(step.seed(), transferables, model, issued);
        for (int index = 0; index < step.count(); index++) {
            times.beginCall();
            Anchor anchor = created(step.call());
            check.returned(anchor, times.ofCall());
            ids.put(step.number() + index, anchor.id());
        }
        Anchors omitted =
                transferables == Transferables.OMITTED ? views.snapshot(Transferables.OMITTED) : Anchors.empty();
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

    private Anchor created(Call<AnchorRepository> call) {
        return (Anchor) views.returned("create", () -> call.make(ports));
    }

    private <P> void make(Call<P> call) {
        if (call.operation() instanceof AnchorChange<P> operation) {
            change(call, operation);
        } else if (call.operation() instanceof FindOrCreate) {
            findOrCreate(call, call.arguments().get(Parameter.KNOWN_SEED));
        } else if (call.operation() instanceof AnchorRead<P> operation) {
            Object result = views.returned(call.toString(), () -> call.use(ports));
            boolean explained =
                    operation.explain(model, call.arguments(), result).isPresent();
            check(operation.rule(), explained, "%s%s", call, CallLog.returned(result));
        }
        if (call.arguments().has(Parameter.ANCHOR)) {
            views.compareFind(call.arguments().get(Parameter.ANCHOR), model);
        }
    }

    /** Makes a call that finds or creates an anchor, and compares what it did with the model. */
    private void findOrCreate(Call<?> call, SeededAnchor seed) {
        addMaterials(seed);
        List<Anchor> oldest = FindOrCreate.oldest(model.anchors(), seed);
        times.beginCall();
        Anchor anchor = (Anchor) views.returned(call.toString(), () -> call.make(ports));
        if (oldest.isEmpty()) {
            CreateCheck check = new CreateCheck(seed, Transferables.INCLUDED, model, issued);
            check.returned(anchor, times.ofCall());
            model = model.created(check.complete(views.snapshot(Transferables.INCLUDED), Anchors.empty()));
            compare(Rule.FOC_2);
        } else {
            check(Rule.FOC_1, oldest.contains(anchor), "%s returned %s, expected %s", call, anchor, oldest);
            compare(Rule.FOC_1);
        }
    }

    /** Makes a call that changes an anchor, and compares what it did with the model. */
    private <P> void change(Call<P> call, AnchorChange<P> operation) {
        Arguments arguments = call.arguments();
        arguments.materials().forEach(materials::add);
        AnchorId id = arguments.get(Parameter.ANCHOR);
        Optional<Anchor> before = model.find(id);
        Optional<Anchor> after = before.flatMap(anchor -> operation.after(anchor, arguments));
        times.beginCall();
        expect(before.isPresent(), call, operation.breaks().notFound());
        TimeRange time = times.ofCall();
        if (before.isEmpty()) {
            compare(operation.breaks().notFound());
        } else if (after.equals(before)) {
            compare(operation.breaks().nothing());
        } else {
            Anchors shown = views.snapshot(Transferables.INCLUDED);
            check(
                    operation.breaks().effect(),
                    operation.isDone(shown, id, arguments),
                    "snapshot(INCLUDED) does not show, in each lookup, what %s did",
                    call);
            model = model.changed(
                    id,
                    anchor -> after.map(changed ->
                            updated(changed, shown, time, operation.breaks().time())));
            compare(operation.breaks().others());
        }
    }

    /** Returns a changed anchor with the time that a snapshot shows. */
    private static Anchor updated(Anchor changed, Anchors shown, TimeRange time, Rule rule) {
        GroupedTimestamp updated = shown.find(changed.id()).map(Anchor::updated).orElse(changed.updated());
        TimeRange expected = time.notBefore(changed.updated().value());
        check(
                rule,
                expected.contains(updated.value()),
                "snapshot(INCLUDED): updated is %s, expected %s; before the call it was %s",
                updated.value(),
                expected,
                changed.updated().value());
        return changed.toBuilder().updated(updated).build();
    }

    /** Makes a call that succeeds if the anchor exists, and fails unless the call ends as expected. */
    private void expect(boolean exists, Call<?> call, Rule rule) {
        try {
            call.make(ports);
        } catch (AnchorNotFoundException failure) {
            check(rule, !exists, "%s threw %s", call, failure);
            checkEqual(
                    rule,
                    call + ": anchor of the failure",
                    failure.anchor(),
                    call.arguments().get(Parameter.ANCHOR));
            checkEqual(
                    rule,
                    call + ": operation of the failure",
                    failure.operation(),
                    call.operation().operation());
            if (abilities.contains(Ability.NOT_FOUND_IS_CERTAIN)) {
                checkEqual(rule, call + ": effect of the failure", failure.effect(), Effect.NONE);
            }
            return;
        } catch (RuntimeException failure) {
            throw new RuleViolation(exists ? Rule.FAI_1 : rule, call + " threw " + failure, failure);
        }
        check(rule, exists, "%s succeeded, but there is no such anchor", call);
    }

    private void compare(Rule rule) {
        views.compare(rule, model, materials);
        model.anchors().stream().limit(FOUND).forEach(anchor -> views.compareFind(anchor.id(), model));
    }
}
