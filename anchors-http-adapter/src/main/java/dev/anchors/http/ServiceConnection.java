package dev.anchors.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/** A connection to the service: HttpClient's, with what it leaves open closed. */
final class ServiceConnection extends DefaultManagedHttpClientConnection {

    /** A head without end is an error, not a matter of memory. */
    private static final Http1Config BOUNDED_HEAD = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(64 * 1024)
            .build();

    /** Refuses what is no HTTP, where the client's own parser goes on looking for an answer behind it. */
    private static final DefaultHttpResponseParserFactory STRICT = new DefaultHttpResponseParserFactory(BOUNDED_HEAD);

    ServiceConnection() {
        super("anchors-http", null, null, BOUNDED_HEAD, null, null, null, STRICT);
    }

    /**
     * Refuses a socket once it is closed. The inherited method takes it, so a call that was cancelled would go on and
     * try the next address of a host, out of everybody's reach.
     */
    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    /** Does the same for TLS. */
    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        bind(new SocketHolder(sslSocket, socket));
    }
}
