package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Reads the trust material of the JVM when the first TLS connection needs it: it takes longer than everything else. */
final class LazyTls implements TlsSocketStrategy {

    private @Nullable TlsSocketStrategy strategy; // guarded by this

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        return strategy().upgrade(socket, target, port, attachment, context);
    }

    private synchronized TlsSocketStrategy strategy() {
        TlsSocketStrategy read = strategy;
        if (read == null) {
            read = DefaultClientTlsStrategy.createDefault();
            strategy = read;
        }
        return read;
    }
}
