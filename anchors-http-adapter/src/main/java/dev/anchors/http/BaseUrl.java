package dev.anchors.http;

import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

/**
 * The address of a service, as requests need it.
 *
 * @param path what all operations are below, without a slash at its end; empty for the root
 */
record BaseUrl(HttpHost host, URIAuthority authority, String path) {

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Returns the address.
     *
     * @throws IllegalArgumentException if it is none of a service
     */
    static BaseUrl of(URI url) {
        if (!isOfService(url)) {
            throw new IllegalArgumentException("the base URL must be http or https with a host, and without user"
                    + " information, query and fragment, but was \"" + url + "\"");
        }
        HttpHost host = HttpHost.create(url);
        String path = URI.create(url.toASCIIString()).getRawPath();
        return new BaseUrl(host, new URIAuthority(host), withoutSlashAtTheEnd(path));
    }

    /** Has the request go to one of the {@link Routes}. */
    void address(HttpUriRequestBase request, String route) {
        request.setScheme(host.getSchemeName());
        request.setAuthority(authority);
        request.setPath(path + route);
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
