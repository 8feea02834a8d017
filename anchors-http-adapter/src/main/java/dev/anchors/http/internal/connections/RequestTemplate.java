package dev.anchors.http.internal.connections;

import java.util.Collection;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.Header;

/** What all requests to the service have in common. */
final class RequestTemplate {

    private final Header[] headers;

    RequestTemplate(Collection<Header> headers) {
        this.headers = headers.toArray(Header[]::new);
    }

    /** Sets headers, beside those that the request has, and address. */
    void applyTo(HttpUriRequestBase request, BaseUrl baseUrl, String path) {
        for (Header header : headers) {
            request.setHeader(header);
        }
        request.setScheme(baseUrl.host().getSchemeName());
        request.setAuthority(baseUrl.authority());
        request.setPath(baseUrl.path() + path);
    }
}
