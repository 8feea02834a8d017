/** The anchors of a running PiecesOS: a repository that calls the service over HTTP. */
module dev.anchors.http {
    requires transitive dev.anchors.ports;
    requires jdk.net; // HttpClient sets options of its sockets through it
    requires transitive org.apache.httpcomponents.client5.httpclient5; // callers may hand in a client
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j; // HttpClient logs to it, and as an automatic module it says nothing of what it needs
    requires tools.jackson.core;
    requires static dagger;
    requires static jakarta.inject;
    requires static org.jspecify;

    exports dev.anchors.http;
    exports dev.anchors.http.json;
}
