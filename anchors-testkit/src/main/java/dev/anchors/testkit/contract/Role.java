package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorRepository;
import java.util.List;
import java.util.function.Function;

/**
 * A port of a repository, described by its operations. The tests of the rules for every operation (ARG, CON, LIF and FAI),
 * random histories, their shrinking and their code follow from this description.
 *
 * @param variable the name of the port in the code of a history
 * @param of returns this port of a repository, as {@link RepositoryContract#newRepository} made it
 */
record Role<P>(Class<P> port, String variable, Function<AnchorRepository, P> of, List<PortOperation<P>> operations) {

    /** Returns calls of each operation with an anchor and with every combination of sample values. */
    List<Call<P>> samples(AnchorId anchor) {
        return operations.stream()
                .flatMap(operation ->
                        operation.samples(anchor).stream().map(arguments -> new Call<>(this, operation, arguments)))
                .toList();
    }

    /** Returns one call of each operation with an anchor. */
    List<Call<P>> oneOfEach(AnchorId anchor) {
        return operations.stream()
                .map(operation ->
                        new Call<>(this, operation, operation.samples(anchor).get(0)))
                .toList();
    }

    /** Returns calls of each operation in which one argument is null. */
    List<Call<P>> withNull() {
        return operations.stream()
                .flatMap(operation ->
                        operation.withNull().stream().map(arguments -> new Call<>(this, operation, arguments)))
                .toList();
    }
}
