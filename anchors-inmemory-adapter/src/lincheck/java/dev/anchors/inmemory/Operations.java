package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * The operations of a repository that Lincheck calls. Results are short texts, which Lincheck compares. The caller
 * chooses the id of a new anchor, so that the id does not depend on the order of the threads.
 */
@Param(name = "id", gen = IntGen.class, conf = "1:3")
@Param(name = "material", gen = IntGen.class, conf = "0:1")
public abstract class Operations {

    private static final AssetId ASSET = new AssetId("asset");
    private static final List<MaterialId> MATERIALS = List.of(ASSET, new ConversationId("asset"));
    private static final FullPath PATH = new FullPath("/notes");
    private static final SeededAnchor SEED =
            SeededAnchor.builder(AnchorType.FILE, PATH).asset(ASSET).build();

    private final ThreadLocal<Integer> nextId = new ThreadLocal<>();
    private final AnchorRepository repository;
    private final AnchorLinks links;

    <R extends AnchorRepository> Operations(Function<AnchorFactory, R> repositories, Function<R, AnchorLinks> views) {
        InstantSource clock = () -> Instant.EPOCH;
        R made = repositories.apply(new AnchorFactory(
                clock, () -> id(nextId.get()), () -> new AnchorPointId("point"), () -> new AnnotationId("annotation")));
        repository = made;
        links = views.apply(made);
    }

    @Operation
    public String create(@Param(name = "id") int id) {
        nextId.set(id);
        try {
            return show(repository.create(SEED));
        } catch (IllegalStateException repeated) {
            return "refused";
        }
    }

    @Operation
    public String findOrCreate(@Param(name = "id") int id) {
        nextId.set(id);
        try {
            return show(repository.findOrCreate(SEED));
        } catch (IllegalStateException repeated) {
            return "refused";
        }
    }

    @Operation
    public String delete(@Param(name = "id") int id) {
        try {
            repository.delete(id(id));
            return "deleted";
        } catch (AnchorNotFoundException notFound) {
            return "not found";
        }
    }

    @Operation
    public String disassociate(@Param(name = "id") int id) {
        try {
            repository.disassociate(id(id), ASSET);
            return "disassociated";
        } catch (AnchorNotFoundException notFound) {
            return "not found";
        }
    }

    @Operation
    public String associate(@Param(name = "id") int id, @Param(name = "material") int material) {
        try {
            links.associate(id(id), MATERIALS.get(material));
            return "associated";
        } catch (AnchorNotFoundException notFound) {
            return "not found";
        }
    }

    @Operation
    public String unlink(@Param(name = "id") int id, @Param(name = "material") int material) {
        try {
            links.disassociate(id(id), MATERIALS.get(material));
            return "disassociated";
        } catch (AnchorNotFoundException notFound) {
            return "not found";
        }
    }

    @Operation
    public String find(@Param(name = "id") int id) {
        return repository.find(id(id)).map(Operations::show).orElse("none");
    }

    @Operation
    public String snapshot() {
        Anchors anchors = repository.snapshot();
        StringJoiner shown = new StringJoiner(", ");
        shown.add(anchors.size() + ": " + show(anchors)).add("at " + show(anchors.atPath(PATH)));
        for (MaterialId material : MATERIALS) {
            shown.add("linked " + show(anchors.linkedTo(material)));
        }
        return shown.toString();
    }

    private static AnchorId id(int id) {
        return new AnchorId(Integer.toString(id));
    }

    private static String show(Iterable<Anchor> anchors) {
        StringJoiner shown = new StringJoiner(" ", "[", "]");
        for (Iterator<Anchor> iterator = anchors.iterator(); iterator.hasNext(); ) {
            shown.add(show(iterator.next()));
        }
        return shown.toString();
    }

    private static String show(Anchor anchor) {
        return anchor.id().value()
                + (anchor.assets().isEmpty() ? "" : "+asset")
                + (anchor.conversations().isEmpty() ? "" : "+conversation");
    }
}
