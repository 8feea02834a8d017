package dev.anchors.http;

import java.util.stream.Stream;

/** A call of an operation that meets a fault, and how the call ends. */
record FaultCase(Fault fault, Invocation invocation, Ending ending) {

    /** Returns every operation with every fault that it can meet. */
    static Stream<FaultCase> all() {
        return Fault.all()
                .flatMap(fault -> Stream.of(Invocation.values())
                        .flatMap(invocation ->
                                fault
                                        .ending(invocation)
                                        .map(ending -> new FaultCase(fault, invocation, ending))
                                        .stream()));
    }

    @Override
    public String toString() {
        return invocation + ": " + fault;
    }
}
