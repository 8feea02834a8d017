package dev.anchors.ports;

/**
 * An {@link AnchorRepository} with every role: {@link #links} today, and one more method for each role to come. Applications
 * that need more than the operations of {@link AnchorRepository} declare this type.
 *
 * <pre>{@code
 * try (FullAnchorRepository anchors = HttpAnchorRepository.builder().build()) {
 *     Anchor notes = anchors.create(SeededAnchor.directory("/home/ada/notes"));
 *     anchors.links().associate(notes.id(), new ConversationId("3365a3d9-68a8-41f9-bd67-52277ed1f202"));
 * }
 * }</pre>
 *
 * <p>Each role is a view that shares the connections, the clock and the life of the repository. A role can always be had,
 * from a closed repository, too; its operations follow the rules that {@link AnchorRepository} states for every operation.
 *
 * <p>This interface gains one abstract method for each new role, in a minor version. {@link AnchorRepository} and the roles
 * gain default methods only. An adapter whose service has fewer roles does not implement this interface: it implements
 * {@link AnchorRepository} and has a method of its own for each role that it has.
 */
public interface FullAnchorRepository extends AnchorRepository {

    /** Returns the links of the anchors in this repository: always the same view. */
    AnchorLinks links();
}
