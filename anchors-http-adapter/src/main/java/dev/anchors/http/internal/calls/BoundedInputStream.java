package dev.anchors.http.internal.calls;

import java.io.IOException;
import java.io.InputStream;

/** Fails after {@code limit} bytes. */
final class BoundedInputStream extends InputStream {

    private static final int END = -1;

    private final InputStream source;
    private final long limit;
    private long left;
    private boolean isReadToEnd;

    BoundedInputStream(InputStream source, long limit) {
        this.source = source;
        this.limit = limit;
        left = limit;
    }

    @Override
    public int read() throws IOException {
        int octet = source.read();
        count(octet < 0 ? END : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = source.read(buffer, offset, length);
        count(read);
        return read;
    }

    /** Returns how many bytes were read. */
    long bytesRead() {
        return limit - left;
    }

    /** Returns whether the end of the source was reached. */
    boolean isReadToEnd() {
        return isReadToEnd;
    }

    private void count(int octets) throws UnacceptableBodyException {
        if (octets == END) {
            isReadToEnd = true;
            return;
        }
        left -= octets;
        if (left < 0) {
            throw tooLong(limit);
        }
    }

    static UnacceptableBodyException tooLong(long limit) {
        return new UnacceptableBodyException("the body has more than " + limit + " bytes", "");
    }
}
