package dev.anchors.http.internal.json;

import java.io.ByteArrayInputStream;

/** A stream of which each read returns few bytes, as a slow connection does. */
final class SmallReads extends ByteArrayInputStream {

    private final int most;

    SmallReads(byte[] bytes, int most) {
        super(bytes);
        this.most = most;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
        return super.read(buffer, offset, Math.min(most, length));
    }
}
