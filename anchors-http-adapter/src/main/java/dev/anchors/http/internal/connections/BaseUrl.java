package dev.anchors.http.internal.connections;

import java.net.URI;
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

    /**
     * Returns the address.
     *
     * @throws IllegalArgumentException if the URL is not http or https, has no host, or has user information, a query or
     *     a fragment
     */
    public static BaseUrl of(URI url) {
        if (!isOfService(url)) {
            throw new IllegalArgumentException("the base URL must be http or https with a host, and without user"
                    + " information, query and fragment, but was \"" + url + "\"");
        }
        HttpHost host = HttpHost.create(url);
        String path = URI.create(url.toASCIIString()).getRawPath();
        return new BaseUrl(host, new URIAuthority(host), withoutSlashAtTheEnd(path));
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

    private static boolean isOfService(URI url) {
        return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                && url.getHost() != null
                && url.getPort() != 0
                && url.getPort() <= HIGHEST_PORT
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static String withoutSlashAtTheEnd(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
