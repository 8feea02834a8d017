package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.json.MalformedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;

/**
 * Fails after {@code limit} bytes, and once the call is to end: bytes that have arrived already could otherwise be decoded
 * for a long time after the connection was closed. To read no bytes asks whether the call is to end.
 */
final class BoundedInputStream extends InputStream {

    private static final int END = -1;

    private final InputStream source;
    private final long limit;
    private final BooleanSupplier isCallToEnd;
    private long left;
    private boolean isReadToEnd;

    BoundedInputStream(InputStream source, long limit, BooleanSupplier isCallToEnd) {
        this.source = source;
        this.limit = limit;
        this.isCallToEnd = isCallToEnd;
        left = limit;
    }

    @Override
    public int read() throws IOException {
        requireTimeLeft();
        int octet = source.read();
        count(octet < 0 ? END : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        requireTimeLeft();
        if (length == 0) {
            return 0; // some sources would wait for a byte
        }
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

    private void requireTimeLeft() throws InterruptedIOException {
        if (isCallToEnd.getAsBoolean()) {
            throw new InterruptedIOException("the call is to end");
        }
    }

    private void count(int octets) {
        if (octets == END) {
            isReadToEnd = true;
            return;
        }
        left -= octets;
        if (left < 0) {
            throw tooLong(limit);
        }
    }

    static MalformedBodyException tooLong(long limit) {
        return new MalformedBodyException("the body has more than " + limit + " bytes", "", null);
    }
}
