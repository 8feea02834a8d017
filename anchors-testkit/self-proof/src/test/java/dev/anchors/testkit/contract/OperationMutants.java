package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;

/** The mistakes that every operation can have: each is written once, and made in each operation of each role. */
final class OperationMutants {

    /** The call that a mistake is made in. */
    private interface BrokenCall {
        Object proceed() throws Throwable;

        List<Object> arguments();

        Operation operation();

        default AnchorId anchor() {
            return (AnchorId) arguments().get(0);
        }
    }

    /** What is done instead of a call. */
    private interface Mistake {
        Object make(BrokenRoles repository, BrokenCall call) throws Throwable;
    }

    /** @param mistake completes the sentence "the contract fails a repository that ..."; %s is the operation */
    private record Kind(Rule rule, String text, Mistake mistake) {}

    private static final String DONE = "";
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    Rule.ARG_1,
                    "accepts null in %s",
                    (repository, call) -> call.arguments().contains(null) ? DONE : call.proceed()),
            new Kind(
                    Rule.LIF_1,
                    "accepts %s after close",
                    (repository, call) -> repository.isClosed() ? DONE : call.proceed()),
            new Kind(Rule.LIF_1, "waits at close for %s under way", (repository, call) -> {
                synchronized (repository.closing) {
                    return call.proceed();
                }
            }),
            new Kind(Rule.LIF_1, "refuses %s under way at close", (repository, call) -> {
                Object result = call.proceed();
                repository.requireOpen();
                return result;
            }),
            new Kind(
                    Rule.FAI_1,
                    "throws NoSuchElementException from %s if there is no such anchor",
                    onMissing((repository, call) -> {
                        throw new NoSuchElementException(call.anchor().value());
                    })),
            new Kind(
                    Rule.FAI_1,
                    "ignores that the service is disconnected in %s",
                    onDisconnected((repository, call) -> DONE)),
            new Kind(Rule.FAI_2, "deletes all anchors when %s fails", onMissing((repository, call) -> {
                repository.anchors.clear();
                return call.proceed();
            })),
            new Kind(Rule.FAI_3, "names create if there is no anchor for %s", onMissing((repository, call) -> {
                throw new AnchorNotFoundException(Operation.CREATE, call.anchor());
            })),
            new Kind(
                    Rule.FAI_3,
                    "names create if the service is disconnected in %s",
                    onDisconnected((repository, call) -> {
                        throw new ConnectionFailedException(Operation.CREATE, Effect.NONE, "no service", null);
                    })),
            new Kind(Rule.FAI_4, "clears the interrupt flag in %s", onInterrupt((repository, call) -> DONE)),
            new Kind(
                    Rule.FAI_4,
                    "throws UncheckedIOException from %s when interrupted",
                    onInterrupt((repository, call) -> {
                        Thread.currentThread().interrupt();
                        throw new UncheckedIOException(new InterruptedIOException());
                    })),
            new Kind(Rule.FAI_4, "is closed by an interrupt of %s", onInterrupt((repository, call) -> {
                Thread.currentThread().interrupt();
                repository.close();
                throw new InterruptedCallException(call.operation(), Effect.NONE, null);
            })),
            new Kind(Rule.CON_1, "loses one of two concurrent calls of %s", (repository, call) -> {
                Map<AnchorId, Anchor> before = repository.copy();
                repository.twoAtOnce.arriveAndPass();
                Object result = call.proceed();
                repository.change(all -> before.forEach((id, anchor) -> {
                    if (!id.equals(call.anchor())) {
                        all.replace(id, anchor);
                    }
                }));
                return result;
            }));

    private OperationMutants() {}

    /** Returns the mutants of every role but the core, which comes first and has mutants of its own. */
    static Stream<Mutant> all() {
        return new SmallRepositoryContractTest()
                .roles().stream()
                        .skip(1)
                        .flatMap(role -> role.operations().stream())
                        .map(PortOperation::operation)
                        .flatMap(operation -> KINDS.stream().map(kind -> mutant(operation, kind)));
    }

    private static Mutant mutant(Operation operation, Kind kind) {
        String name = operation.name().toLowerCase(Locale.ROOT);
        return new Mutant(
                kind.rule(), kind.text().formatted(name), clock -> new BrokenRoles(clock, operation, kind.mistake()));
    }

    private static Mistake onMissing(Mistake mistake) {
        return (repository, call) -> {
            boolean missing = !call.arguments().contains(null)
                    && !repository.isClosed()
                    && !repository.copy().containsKey(call.anchor());
            return missing ? mistake.make(repository, call) : call.proceed();
        };
    }

    private static Mistake onDisconnected(Mistake mistake) {
        return (repository, call) -> {
            try {
                return call.proceed();
            } catch (ConnectionFailedException failure) {
                return mistake.make(repository, call);
            }
        };
    }

    @SuppressWarnings("ThreadPriorityCheck") // gives the thread that interrupts time to do so
    private static Mistake onInterrupt(Mistake mistake) {
        return (repository, call) -> {
            Object result = call.proceed();
            for (int look = 0; look < 200; look++) {
                if (Thread.interrupted()) {
                    return mistake.make(repository, call);
                }
                Thread.yield();
            }
            return result;
        };
    }

    /** A repository of whose roles one operation makes a mistake. */
    private static final class BrokenRoles extends Racing {

        private final Object closing = new Object();
        private final Operation broken;
        private final Mistake mistake;

        BrokenRoles(InstantSource clock, Operation broken, Mistake mistake) {
            super(clock);
            this.broken = broken;
            this.mistake = mistake;
        }

        @Override
        public AnchorLinks links() {
            return broken(AnchorLinks.class, super.links());
        }

        @Override
        public void close() {
            synchronized (closing) {
                super.close();
            }
        }

        private synchronized Map<AnchorId, Anchor> copy() {
            return new LinkedHashMap<>(anchors);
        }

        private <P> P broken(Class<P> port, P sound) {
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                        BrokenCall call = new BrokenCall() {
                            @Override
                            public Object proceed() throws Throwable {
                                try {
                                    return method.invoke(sound, arguments);
                                } catch (InvocationTargetException thrown) {
                                    throw Objects.requireNonNull(thrown.getCause());
                                }
                            }

                            @Override
                            public List<Object> arguments() {
                                return Arrays.asList(arguments);
                            }

                            @Override
                            public Operation operation() {
                                return broken;
                            }
                        };
                        return method.getName().equalsIgnoreCase(broken.name())
                                ? mistake.make(this, call)
                                : call.proceed();
                    }));
        }
    }
}
