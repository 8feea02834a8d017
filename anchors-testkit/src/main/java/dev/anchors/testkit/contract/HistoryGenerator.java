package dev.anchors.testkit.contract;

import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.contract.Target.Derivation;
import dev.anchors.testkit.internal.EdgeCases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Generates one history: the same seed gives the same history on every JVM. */
class HistoryGenerator {

    private static final int LENGTH = 20;
    private static final List<Derivation> DERIVATIONS = List.of(Derivation.values());

    final Random random;
    final HistoryValues values;
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> living = new ArrayList<>();
    private int created;

    HistoryGenerator(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L); // seeds that follow each other have nothing in common
        values = new HistoryValues(random);
    }

    /** Returns a history of about twenty steps and fewer than 200 anchors. */
    final List<Step> history() {
        create();
        while (steps.size() < LENGTH) {
            step();
        }
        return List.copyOf(steps);
    }

    /** Returns a history that creates anchors in larger and larger groups, until {@code size} exist, between other steps. */
    final List<Step> growingHistory(int size) {
        for (int total : IntStream.of(101, 257, 1_001, 5_001, size).toArray()) {
            if (total <= size && total > living.size()) {
                create(total - living.size());
                for (int more = 0; more < 2; more++) {
                    change();
                }
            }
        }
        delete();
        return List.copyOf(steps);
    }

    final void add(Step step) {
        steps.add(step);
    }

    /** Adds one step or a few. */
    void step() {
        switch (random.nextInt(17)) {
            case 0, 1, 2, 3, 4 -> create();
            case 5 -> create(random.nextInt(10) == 0 ? 60 : 2 + random.nextInt(3));
            case 6, 7, 8 -> disassociate();
            case 9, 10 -> delete();
            case 11 -> steps.add(new Step.Find(target()));
            case 12, 13 -> steps.add(new Step.MoveClock(values.move()));
            case 14 -> steps.add(new Step.TickClock(values.tick()));
            case 15 -> steps.add(random.nextBoolean() ? new Step.LeaveStream() : new Step.PassNull());
            default -> everything();
        }
    }

    /** Adds a step that changes something and creates nothing. */
    void change() {
        if (random.nextBoolean()) {
            disassociate();
        } else {
            delete();
        }
    }

    private void create() {
        create(1);
    }

    private void create(int count) {
        Transferables transferables = random.nextInt(4) == 0 ? Transferables.OMITTED : Transferables.INCLUDED;
        steps.add(new Step.Create(created + 1, values.seed(), transferables, count));
        for (int number = 1; number <= count; number++) {
            living.add(created + number);
        }
        created += count;
    }

    private void delete() {
        Target target = target();
        steps.add(new Step.Delete(target));
        if (target.derivation() == Derivation.NONE) {
            living.remove(Integer.valueOf(target.anchor()));
        }
    }

    private void disassociate() {
        Target target = target();
        AssetId asset = random.nextInt(4) == 0 ? values.asset() : assetOf(target);
        steps.add(new Step.Disassociate(target, asset));
    }

    /** Returns the asset that an anchor was created with, or another one. */
    final AssetId assetOf(Target target) {
        return steps.stream()
                .filter(Step.Create.class::isInstance)
                .map(Step.Create.class::cast)
                .filter(create ->
                        create.number() <= target.anchor() && target.anchor() < create.number() + create.count())
                .map(Step.Create::seed)
                .map(SeededAnchor::asset)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(values::asset);
    }

    /** Deletes all anchors, or removes all links, if there are few anchors. */
    private void everything() {
        if (living.size() > 6) {
            steps.add(new Step.MoveClock(Duration.ofSeconds(1)));
            return;
        }
        boolean delete = random.nextBoolean();
        for (int anchor : List.copyOf(living)) {
            Target target = Target.of(anchor);
            steps.add(delete ? new Step.Delete(target) : new Step.Disassociate(target, assetOf(target)));
        }
        if (delete) {
            living.clear();
        }
    }

    /** Returns the id of an existing anchor, in most cases, or of a deleted one, or an id that never existed. */
    final Target target() {
        boolean alive = !living.isEmpty() && random.nextInt(5) > 0;
        int anchor = alive ? living.get(random.nextInt(living.size())) : 1 + random.nextInt(Math.max(1, created));
        return switch (random.nextInt(12)) {
            case 0 -> Target.text(values.oneOf(EdgeCases.IDS));
            case 1, 2 -> Target.derived(anchor, values.oneOf(DERIVATIONS));
            default -> Target.of(anchor);
        };
    }
}
