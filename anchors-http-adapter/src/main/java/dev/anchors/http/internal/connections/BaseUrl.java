package dev.anchors.http.internal.connections;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.net.URIAuthority;

/**
 * The address of a service, as requests need it.
 *
 * @param path the path below which all operations are, without a slash at its end; empty for the root
 */
public record BaseUrl(HttpHost host, URIAuthority authority, String path) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int DEFAULT_PORT = -1;

    /** A host name with an underscore, as containers have. {@link URI} finds no host and no port in it. */
    private static final Pattern HOST_WITH_UNDERSCORE =
            Pattern.compile("([A-Za-z0-9.-]*_[A-Za-z0-9._-]*)(?::(\\d{1,5}))?");

    /** What may be in front of the host: a password of this kind does not belong in a message. */
    private static final Pattern USER_INFORMATION = Pattern.compile("^([^/@]*//)?.*@", Pattern.DOTALL);

    private static final Pattern LINE_BREAK_OR_CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_SHOWN = 300;

    /** The documented address, which newer services do not listen on. */
    public static final BaseUrl DOCUMENTED = of("http://localhost:1000");

    /**
     * Returns the address.
     *
     * @throws IllegalArgumentException as {@link #of(URI)}
     */
    public static BaseUrl of(String url) {
        return uri(url).flatMap(BaseUrl::find).orElseThrow(() -> refused(url));
    }

    /**
     * Returns the address.
     *
     * @throws IllegalArgumentException if the URL is not http or https, has no host, has a port that is not 1 to 65535, or
     *     has user information, a query or a fragment
     */
    public static BaseUrl of(URI url) {
        return find(url).orElseThrow(() -> refused(url.toString()));
    }

    /** Sets the address of a request that asks for {@code target}, a path and query below this one. */
    void applyTo(HttpUriRequestBase request, String target) {
        request.setScheme(host.getSchemeName());
        request.setAuthority(authority);
        request.setPath(path + target);
    }

    boolean isHttps() {
        return URIScheme.HTTPS.same(host.getSchemeName());
    }

    int port() {
        int defaultPort = isHttps() ? 443 : 80;
        return host.getPort() < 0 ? defaultPort : host.getPort();
    }

    @Override
    public String toString() {
        return host.toURI() + path;
    }

    private static Optional<BaseUrl> find(URI url) {
        boolean hasMore = url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null;
        return hasMore || !isHttp(url) ? Optional.empty() : host(url).map(host -> new BaseUrl(host, url));
    }

    private BaseUrl(HttpHost host, URI url) {
        this(
                host,
                new URIAuthority(host),
                withoutSlashAtTheEnd(URI.create(url.toASCIIString()).getRawPath()));
    }

    private static boolean isHttp(URI url) {
        return URIScheme.HTTP.same(url.getScheme()) || URIScheme.HTTPS.same(url.getScheme());
    }

    private static Optional<HttpHost> host(URI url) {
        if (url.getHost() != null) {
            return host(url.getScheme(), url.getHost(), url.getPort());
        }
        Matcher named = HOST_WITH_UNDERSCORE.matcher(String.valueOf(url.getRawAuthority()));
        return named.matches()
                ? host(
                        url.getScheme(),
                        named.group(1),
                        named.group(2) == null ? DEFAULT_PORT : Integer.parseInt(named.group(2)))
                : Optional.empty();
    }

    private static Optional<HttpHost> host(String scheme, String name, int port) {
        return port == 0 || port > HIGHEST_PORT ? Optional.empty() : Optional.of(new HttpHost(scheme, name, port));
    }

    /** Says what is wrong with a URL; where only the scheme is missing, with the URL that may be meant. */
    private static IllegalArgumentException refused(String url) {
        String complete = "http://" + (url.startsWith("//") ? url.substring(2) : url);
        boolean lacksOnlyTheScheme =
                !url.contains("://") && uri(complete).flatMap(BaseUrl::find).isPresent();
        return new IllegalArgumentException(
                lacksOnlyTheScheme
                        ? "the base URL \"" + url + "\" has no scheme; \"" + complete + "\" would be complete"
                        : "the base URL must be http or https with a host in ASCII, a port from 1 to 65535 if any, and no"
                                + " user information, query or fragment, but was \"" + shown(url) + "\"");
    }

    /** Returns the URL for a message: on one line, not too long, and without user information. */
    private static String shown(String url) {
        String harmless = USER_INFORMATION.matcher(url).replaceFirst("$1...@");
        String line = LINE_BREAK_OR_CONTROL
                .matcher(harmless)
                .replaceAll(mark -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) mark.group().charAt(0)));
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String withoutSlashAtTheEnd(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
