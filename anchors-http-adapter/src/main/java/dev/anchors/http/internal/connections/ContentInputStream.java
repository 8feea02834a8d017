package dev.anchors.http.internal.connections;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;

/**
 * The body of a response. A body that the end of the stream cut short between the data and the end of a chunk is a lost
 * connection here, as at any other point; HttpCore takes it for a malformed chunk.
 */
final class ContentInputStream extends FilterInputStream {

    private final EndNotingInputStream connection;

    /** Decorates the body that HttpCore reads from {@code connection}. */
    ContentInputStream(InputStream body, EndNotingInputStream connection) {
        super(body);
        this.connection = connection;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (MalformedChunkCodingException malformed) {
            throw broken(malformed);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (MalformedChunkCodingException malformed) {
            throw broken(malformed);
        }
    }

    private IOException broken(MalformedChunkCodingException malformed) {
        return connection.isAtEnd()
                ? new ConnectionClosedException("the stream ended within a chunk of a response")
                : malformed;
    }
}
