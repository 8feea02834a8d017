package dev.anchors.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that goes wrong at a service, and how a call ends that meets the fault.
 *
 * @param moment when the service begins to misbehave
 * @param script what the service does at that moment
 * @param status the status of the service's responses; 0 if the script ends with the connection closed
 * @param hangs whether only its deadline ends a call
 * @param endings how a call of each operation ends; an operation that cannot meet the fault is absent
 */
record Fault(String name, Moment moment, Script script, int status, boolean hangs, Map<Invocation, Ending> endings) {

    /** When a service begins to misbehave. */
    enum Moment {
        /** It listens at no port. */
        LISTEN,
        /** Its host name is unknown. */
        RESOLVE,
        /** It has accepted a connection and read nothing. */
        ACCEPT,
        /** It has read the head of a request. */
        READ_HEAD,
        /** It has read a whole request. */
        RESPOND
    }

    /** What the service does instead of giving the right response. */
    @FunctionalInterface
    interface Script {
        void play(RawConnection connection, RawConnection.Request request) throws IOException;
    }

    /** Returns every fault, in the order of the documentation. */
    static Stream<Fault> all() {
        return Stream.of(
                        ConnectionFaults.all(),
                        HeadFaults.all(),
                        StatusFaults.all(),
                        StrayFaults.all(),
                        BodyFaults.all())
                .flatMap(faults -> faults);
    }

    /** Returns a fault of a service that no request reaches. */
    static Fault unreached(String name, Moment moment) {
        return new Fault(name, moment, (connection, request) -> {}, 0, false, Map.of()).ends(Ending.UNREACHED);
    }

    /** Returns a fault of a service that accepts a connection and reads no request. */
    static Fault unread(String name, RawServer.Handler handler) {
        Script script = (connection, noRequest) -> handler.handle(connection);
        return new Fault(name, Moment.ACCEPT, script, 0, false, Map.of());
    }

    /** Returns a fault of a service that reads a request, plays the script and closes the connection. */
    static Fault closing(String name, Script script) {
        return new Fault(name, Moment.RESPOND, script, 0, false, Map.of());
    }

    /** Returns a fault of a service that reads the head of a request, plays the script and closes the connection. */
    static Fault early(String name, Script script) {
        return new Fault(name, Moment.READ_HEAD, script, 0, false, Map.of());
    }

    /** Returns a fault of a service that plays the script for each request and keeps the connection open. */
    static Fault responding(String name, int status, Script script) {
        return new Fault(name, Moment.RESPOND, script, status, false, Map.of());
    }

    /** Returns a fault of a service that gives each request this response and keeps the connection open. */
    static Fault response(String name, int status, String headers, String body) {
        String response = TestResponses.response(status, headers, body);
        return responding(name, status, (connection, request) -> connection.send(response));
    }

    /** Returns a fault of a service that has no such anchor: a look-up gets 410 and any other request the status. */
    static Fault ofUnknownAnchor(String name, int status) {
        String failed = TestResponses.response(status, "Content-Type: text/plain\r\n", "no");
        String gone = TestResponses.response(410, "", "");
        return responding(
                name,
                status,
                (connection, request) -> connection.send(request.line().startsWith("GET /anchor/") ? gone : failed));
    }

    /** Returns this fault as one of which only its deadline ends a call. */
    Fault hanging() {
        return new Fault(name, moment, script, status, true, endings);
    }

    /** Returns this fault with one ending for all operations. */
    Fault ends(Ending all) {
        return ends(all, all, all);
    }

    /** Returns this fault with endings for the reads, for create, and for the changes of an anchor. */
    Fault ends(Ending reads, Ending create, Ending changes) {
        Fault fault = this;
        for (Invocation invocation : Invocation.values()) {
            Ending ofWrite = invocation.changesAnchor() ? changes : create;
            fault = fault.but(invocation, invocation.operation().isChanging() ? ofWrite : reads);
        }
        return fault;
    }

    /** Returns this fault with another ending for one operation. */
    Fault but(Invocation invocation, Ending ending) {
        Map<Invocation, Ending> changed = new EnumMap<>(Invocation.class);
        changed.putAll(endings);
        changed.put(invocation, ending);
        return new Fault(name, moment, script, status, hangs, Collections.unmodifiableMap(changed));
    }

    /** Returns how a call ends; empty if the operation cannot meet the fault. */
    Optional<Ending> ending(Invocation invocation) {
        return Optional.ofNullable(endings.get(invocation));
    }

    /** Returns whether the service reads further requests from a connection on which it has misbehaved. */
    boolean keepsConnection() {
        return status != 0;
    }

    /**
     * Returns the methods of the requests that the service reads when the call opens a new connection. After a failed
     * change that may mean an unknown anchor the anchor is looked up; after a 404 the other route is tried, if there is one.
     */
    List<String> requests(Invocation invocation) {
        List<String> requests = new ArrayList<>();
        if (moment == Moment.READ_HEAD || moment == Moment.RESPOND) {
            requests.add(invocation.method());
        }
        if (invocation == Invocation.DISASSOCIATE && status == 404) {
            requests.add("POST");
        }
        if (invocation.changesAnchor() && (status == 404 || status == 500)) {
            requests.add("GET");
        }
        return requests;
    }

    @Override
    public String toString() {
        return name;
    }
}
