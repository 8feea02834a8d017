package dev.anchors.http.internal.calls;

import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;

/**
 * An operation of the service: how it is asked for, and what the statuses of its responses mean.
 *
 * @param <T> what a response means
 * @param method {@code GET} for an operation that reads, {@code POST} for one that changes something
 * @param path where the operation is, below the base URL
 * @param success the status of a response that has a value in its body
 * @param decoder makes the value of the body
 * @param others the statuses that stand for a value of their own; every other status is a failure
 * @param requirement which services have the operation, for the message of a 404; empty if every service has it
 */
public record Endpoint<T>(
        Method method, PathTemplate path, int success, Decoder<T> decoder, Map<Integer, T> others, String requirement) {

    /** Returns an operation that reads, whose success is 200. */
    public static <T> Endpoint<T> get(String path, Decoder<T> decoder) {
        return new Endpoint<>(Method.GET, PathTemplate.of(path), HttpStatus.SC_OK, decoder, Map.of(), "");
    }

    /** Returns an operation that changes something, with this status for success. */
    public static <T> Endpoint<T> post(String path, int success, Decoder<T> decoder) {
        return new Endpoint<>(Method.POST, PathTemplate.of(path), success, decoder, Map.of(), "");
    }

    /** Returns this operation as one that only some services have. */
    public Endpoint<T> requiring(String services) {
        return new Endpoint<>(method, path, success, decoder, others, services);
    }

    /** Returns this operation with a status that stands for {@code value}. */
    public Endpoint<T> or(int status, T value) {
        Map<Integer, T> more = new HashMap<>(others);
        more.put(status, value);
        return new Endpoint<>(method, path, success, decoder, Map.copyOf(more), requirement);
    }

    /**
     * Returns a request without a body.
     *
     * @param values the values of the path's variables, in order
     * @throws IllegalArgumentException if a value cannot be written as UTF-8
     */
    public Request<T> request(String... values) {
        return jsonRequest(new byte[0], values);
    }

    /** Returns the same with a body of JSON. */
    public Request<T> jsonRequest(byte[] json, String... values) {
        return new Request<>(this, decoder, path.expand(values), json);
    }

    /** Returns whether the request is one that is sent once at most. */
    boolean isChange() {
        return method != Method.GET;
    }
}
