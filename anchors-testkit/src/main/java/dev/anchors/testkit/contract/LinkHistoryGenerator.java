package dev.anchors.testkit.contract;

import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import java.util.ArrayList;
import java.util.List;

/** Generates a history in which half of the steps make and remove links of few materials, so that the steps meet. */
final class LinkHistoryGenerator extends HistoryGenerator {

    private static final List<MaterialKind> KINDS = List.of(MaterialKind.values());

    private final List<MaterialId> materials = new ArrayList<>();

    LinkHistoryGenerator(long seed) {
        super(seed);
        for (int text = 0; text < 2; text++) {
            MaterialId material = values.material();
            materials.add(material);
            materials.add(values.oneOf(KINDS).id(material.value()));
        }
        materials.add(values.asset());
        materials.add(MaterialKind.CONVERSATION.id(values.asset().value()));
    }

    @Override
    void step() {
        if (random.nextBoolean()) {
            link();
        } else {
            super.step();
        }
    }

    @Override
    void change() {
        if (random.nextInt(3) > 0) {
            link();
        } else {
            super.change();
        }
    }

    private void link() {
        Target target = target();
        MaterialId material = random.nextInt(6) == 0 ? assetOf(target) : values.oneOf(materials);
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> add(new Step.Link(target, material));
            case 4, 5, 6 -> add(new Step.Unlink(target, material));
            default -> toggle(target, material);
        }
    }

    private void toggle(Target target, MaterialId material) {
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            add(new Step.Link(target, material));
            add(new Step.Unlink(target, material));
        }
        if (random.nextBoolean()) {
            add(new Step.Link(target, material));
        }
    }
}
