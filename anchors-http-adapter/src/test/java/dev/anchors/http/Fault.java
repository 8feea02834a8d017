package dev.anchors.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing that goes wrong, and how each operation ends that meets it. */
record Fault(String name, Moment moment, Script script, int status, boolean hangs, Map<Invocation, Ending> endings) {

    /** When the service begins to misbehave. */
    enum Moment {
        NO_LISTENER,
        UNKNOWN_NAME,
        CONNECTION,
        REQUEST
    }

    /** What the service does once it has read a request. */
    @FunctionalInterface
    interface Script {
        void play(RawServer.Client client, RawServer.Request request) throws IOException;
    }

    /** Every fault, in the order of the documentation. */
    static Stream<Fault> all() {
        return Stream.of(ConnectionFaults.all(), HeadFaults.all(), StatusFaults.all(), BodyFaults.all())
                .flatMap(faults -> faults);
    }

    static Fault unreached(String name, Moment moment) {
        return new Fault(name, moment, (client, request) -> {}, 0, false, Map.of()).ends(Ending.UNREACHED);
    }

    /** Returns a fault of a service that accepts a connection and reads nothing. */
    static Fault unread(String name, RawServer.Conversation conversation) {
        return new Fault(name, Moment.CONNECTION, (client, none) -> conversation.with(client), 0, false, Map.of());
    }

    /** Returns a fault of a service that reads a request, does this, and closes the connection. */
    static Fault then(String name, Script script) {
        return new Fault(name, Moment.REQUEST, script, 0, false, Map.of());
    }

    /** Returns a fault of a service that gives every request this answer, and reads the next. */
    static Fault answer(String name, int status, String headers, String body) {
        String answer = GoodAnswers.answer(status, headers, body);
        return new Fault(name, Moment.REQUEST, (client, request) -> client.say(answer), status, false, Map.of());
    }

    /** Returns a fault of a service that has no such anchor: it says so to a look-up, and else fails with the status. */
    static Fault ofUnknownAnchor(String name, int status) {
        String failed = GoodAnswers.answer(status, "Content-Type: text/plain\r\n", "no");
        String gone = GoodAnswers.answer(410, "", "");
        Script script = (client, request) -> client.say(request.line().startsWith("GET /anchor/") ? gone : failed);
        return new Fault(name, Moment.REQUEST, script, status, false, Map.of());
    }

    /** Returns this fault as one that ends only with the deadline of the call. */
    Fault hanging() {
        return new Fault(name, moment, script, status, true, endings);
    }

    Fault ends(Ending all) {
        return ends(all, all, all);
    }

    Fault ends(Ending reads, Ending create, Ending removals) {
        Fault fault = this;
        for (Invocation invocation : Invocation.values()) {
            Ending ofChange = invocation.isRemoval() ? removals : create;
            fault = fault.but(invocation, invocation.operation().isChanging() ? ofChange : reads);
        }
        return fault;
    }

    Fault but(Invocation invocation, Ending ending) {
        Map<Invocation, Ending> changed = new EnumMap<>(Invocation.class);
        changed.putAll(endings);
        changed.put(invocation, ending);
        return new Fault(name, moment, script, status, hangs, Collections.unmodifiableMap(changed));
    }

    /** How an operation ends; empty where the fault cannot meet it. */
    Optional<Ending> ending(Invocation invocation) {
        return Optional.ofNullable(endings.get(invocation));
    }

    /** Whether the service goes on to read from a connection on which it has misbehaved. */
    boolean servesOn() {
        return status != 0;
    }

    /**
     * The methods of the requests that the service gets, if the fault meets a new connection. Where a removal failed in
     * a way that may mean an unknown anchor, that is looked up; where the route may be unknown, the other one is tried.
     */
    List<String> requests(Invocation invocation) {
        List<String> requests = new ArrayList<>();
        if (moment == Moment.REQUEST) {
            requests.add(invocation.method());
        }
        if (invocation == Invocation.DISASSOCIATE && status == 404) {
            requests.add("POST");
        }
        if (invocation.isRemoval() && (status == 404 || status == 500)) {
            requests.add("GET");
        }
        return requests;
    }

    @Override
    public String toString() {
        return name;
    }
}
