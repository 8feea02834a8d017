package dev.anchors.testkit.fake;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides who may use a fake: clients that address it by a loopback host, and web pages of a loopback origin. Other hosts
 * and origins are configured. Otherwise any web page could read the anchors of a fake on the same machine: directly, or by
 * a host name that resolves to 127.0.0.1. Immutable.
 */
final class AccessPolicy {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]", CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]", CASE_INSENSITIVE);
    private static final Pattern ORIGIN = Pattern.compile("null|[a-z][a-z0-9+.-]*://[^/?#\\s]+", CASE_INSENSITIVE);
    private static final Pattern WEB_ORIGIN = Pattern.compile("https?://(.*)", CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final Set<String> hosts;
    private final Set<String> origins;

    AccessPolicy(Set<String> hosts, Set<String> origins) {
        this.hosts = lowerCase(hosts);
        this.origins = lowerCase(origins);
    }

    /** Returns {@code host}, which must be a host name or an address without a port. */
    static String requireHost(String host) {
        if (!HOST.matcher(Objects.requireNonNull(host, "host")).matches()) {
            throw new IllegalArgumentException(
                    "a host is a name or an address without a port, such as example.org, not \"" + host + "\"");
        }
        return host;
    }

    /** Returns {@code origin}, which must be a web origin. */
    static String requireOrigin(String origin) {
        if (!ORIGIN.matcher(Objects.requireNonNull(origin, "origin")).matches()) {
            throw new IllegalArgumentException(
                    "an origin is a scheme, a host and perhaps a port, such as https://example.org:8080, not \""
                            + origin + "\"");
        }
        return origin;
    }

    /** Returns the reason to refuse a request; empty if the request is allowed. */
    Optional<String> refusal(RecordedRequest request) {
        return Stream.concat(request.authority().stream(), values(request, "Host").stream())
                .filter(authority -> !allowsHost(authority))
                .map(authority -> "the host \"" + authority
                        + "\" is not a loopback host; allow it with FakePiecesOs.Builder.allowHost")
                .findFirst()
                .or(() -> values(request, "Origin").stream()
                        .filter(origin -> !allowsOrigin(origin))
                        .map(origin -> "the origin \"" + origin
                                + "\" is not a loopback origin; allow it with FakePiecesOs.Builder.allowOrigin, or with"
                                + " serve --allow-origin on the command line")
                        .findFirst());
    }

    private boolean allowsHost(String authority) {
        String host = PORT.matcher(authority).replaceFirst("");
        return LOOPBACK.matcher(host).matches() || hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    private boolean allowsOrigin(String origin) {
        Matcher web = WEB_ORIGIN.matcher(origin);
        boolean loopback = web.matches()
                && LOOPBACK.matcher(PORT.matcher(web.group(1)).replaceFirst("")).matches();
        return loopback || origins.contains(origin.toLowerCase(Locale.ROOT));
    }

    private static List<String> values(RecordedRequest request, String header) {
        return request.headers().getOrDefault(header, List.of());
    }

    private static Set<String> lowerCase(Set<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
