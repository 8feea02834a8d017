package dev.anchors.testkit.contract;

import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.contract.Target.Derivation;
import dev.anchors.testkit.internal.EdgeCases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Generates one history of calls of some ports: the same seed gives the same history on every JVM. */
final class HistoryGenerator {

    private static final int LENGTH = 20;
    private static final Call<AnchorRepository> FIND_OR_CREATE =
            new Call<>(CoreOperations.ROLE, new FindOrCreate(), Arguments.NONE);
    private static final List<Derivation> DERIVATIONS = List.of(Derivation.values());

    final HistoryValues values;
    private final Random random;
    private final WeightedCalls reads;
    private final WeightedCalls changes;
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> living = new ArrayList<>();
    private Target target = Target.of(1);
    private int created;

    HistoryGenerator(List<Role<?>> roles, long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L); // seeds that follow each other have nothing in common
        values = new HistoryValues(random);
        reads = new WeightedCalls(roles, AnchorRead.class::isInstance);
        changes = new WeightedCalls(roles, AnchorChange.class::isInstance);
    }

    /** Returns a history of about twenty steps and fewer than 200 anchors. */
    List<Step> history() {
        create(1);
        while (steps.size() < LENGTH) {
            step();
        }
        return List.copyOf(steps);
    }

    /** Returns a history that creates anchors in larger and larger groups, until {@code size} exist, between other steps. */
    List<Step> growingHistory(int size) {
        for (int total : IntStream.of(101, 257, 1_001, 5_001, size).toArray()) {
            if (total <= size && total > living.size()) {
                create(total - living.size());
                for (int more = 0; more < 2; more++) {
                    change();
                }
            }
        }
        change();
        return List.copyOf(steps);
    }

    /** Adds one step or a few: the more changes there are to call, the more of them. */
    private void step() {
        switch (random.nextInt(16 + changes.weight())) {
            case 0, 1, 2, 3, 4 -> create(1);
            case 5 -> create(random.nextInt(10) == 0 ? 60 : 2 + random.nextInt(3));
            case 6 -> add(reads.next(random), newTarget());
            case 7, 8 -> steps.add(new Step.MoveClock(values.move()));
            case 9 -> steps.add(new Step.TickClock(values.tick()));
            case 10 -> steps.add(random.nextBoolean() ? new Step.LeaveStream() : new Step.PassNull());
            case 11 -> changeAll();
            case 12, 13, 14 -> repeat();
            case 15 -> steps.add(new Step.Make(drawn(FIND_OR_CREATE)));
            default -> change();
        }
    }

    private void create(int count) {
        Call<AnchorRepository> create = new Call<>(CoreOperations.ROLE, CoreOperations.CREATE, Arguments.NONE);
        steps.add(new Step.Create(created + 1, drawn(create), count));
        for (int number = 1; number <= count; number++) {
            living.add(created + number);
        }
        created += count;
    }

    private void change() {
        add(changes.next(random), newTarget());
    }

    /** Changes all anchors in the same way, if there are few. */
    private void changeAll() {
        if (living.size() > 6) {
            steps.add(new Step.MoveClock(Duration.ofSeconds(1)));
            return;
        }
        Call<?> change = changes.next(random);
        List.copyOf(living).forEach(anchor -> add(change, Target.of(anchor)));
    }

    /** Repeats a change, or undoes it: calls operations that have its parameters with the same arguments. */
    private void repeat() {
        Call<?> change = drawn(changes.next(random), newTarget());
        for (int more = 2 + random.nextInt(4); more > 0; more--) {
            Call<?> next = changes.next(random);
            add(
                    next.operation().parameters().equals(change.operation().parameters())
                            ? next.with(change.arguments())
                            : change);
        }
    }

    private void add(Call<?> call, Target anchor) {
        add(drawn(call, anchor));
    }

    private void add(Call<?> call) {
        steps.add(new Step.Make(call));
        if (call.operation().operation() == Operation.DELETE && target.derivation() == Derivation.NONE) {
            living.remove(Integer.valueOf(target.anchor()));
        }
    }

    private <P> Call<P> drawn(Call<P> call, Target anchor) {
        target = anchor;
        return drawn(call);
    }

    private <P> Call<P> drawn(Call<P> call) {
        Arguments arguments = Arguments.NONE;
        for (Parameter<?> parameter : call.operation().parameters()) {
            arguments = arguments.with(parameter, parameter.draw().apply(this));
        }
        return call.with(arguments);
    }

    /** Returns the anchor of the call whose arguments are drawn. */
    Target target() {
        return target;
    }

    /** Returns the asset that the anchor of the call was created with, in most cases, or another one. */
    AssetId asset() {
        return random.nextInt(4) == 0 ? values.asset() : ownAsset();
    }

    /** Returns one of few materials, so that calls meet, or the asset that the anchor of the call was created with. */
    MaterialId material() {
        return random.nextInt(6) == 0 ? ownAsset() : values.material();
    }

    private AssetId ownAsset() {
        return steps.stream()
                .filter(step -> step instanceof Step.Create create && create.creates(target.anchor()))
                .map(step -> ((Step.Create) step).seed())
                .map(SeededAnchor::asset)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(values::asset);
    }

    /** Returns the seed of an earlier create with other details, in most cases, or another seed. */
    SeededAnchor knownSeed() {
        SeededAnchor other = values.seed();
        List<SeededAnchor> earlier = steps.stream()
                .filter(Step.Create.class::isInstance)
                .map(step -> ((Step.Create) step).seed())
                .toList();
        return random.nextInt(4) == 0
                ? other
                : values.oneOf(earlier).toBuilder()
                        .name(other.name().orElse(null))
                        .asset(other.asset().orElse(null))
                        .conversation(other.conversation().orElse(null))
                        .build();
    }

    /** Returns the id of an existing anchor, in most cases, or of a deleted one, or an id that never existed. */
    private Target newTarget() {
        boolean alive = !living.isEmpty() && random.nextInt(5) > 0;
        int anchor = alive ? living.get(random.nextInt(living.size())) : 1 + random.nextInt(Math.max(1, created));
        return switch (random.nextInt(12)) {
            case 0 -> Target.text(values.oneOf(EdgeCases.IDS));
            case 1, 2 -> Target.derived(anchor, values.oneOf(DERIVATIONS));
            default -> Target.of(anchor);
        };
    }
}
