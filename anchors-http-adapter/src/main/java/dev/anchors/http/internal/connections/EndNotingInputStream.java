package dev.anchors.http.internal.connections;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, and notes that the end of the stream was met. */
final class EndNotingInputStream extends FilterInputStream {

    private long bytesRead;
    private boolean isAtEnd;

    EndNotingInputStream(InputStream source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        note(octet < 0 ? octet : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        note(read);
        return read;
    }

    boolean isAtEnd() {
        return isAtEnd;
    }

    long bytesRead() {
        return bytesRead;
    }

    private void note(int read) {
        isAtEnd |= read < 0;
        bytesRead += Math.max(read, 0);
    }
}
