package dev.anchors.http.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class BoundedInputStreamTest {

    private static final byte[] NOTHING = {};

    /** A source that would wait for a byte, as that of a chunked response does at the end of a chunk. */
    private static final InputStream WAITING = new InputStream() {
        @Override
        public int read() {
            throw new AssertionError("the source was read");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return read();
        }
    };

    @Test
    void a_read_of_no_bytes_does_not_wait_for_the_source() throws IOException {
        BoundedInputStream body = new BoundedInputStream(WAITING, 10, () -> false);

        assertThat(body.read(NOTHING)).isZero();
        assertThat(body.bytesRead()).isZero();
    }

    @Test
    void a_read_of_no_bytes_fails_once_the_call_is_to_end() {
        BoundedInputStream body = new BoundedInputStream(WAITING, 10, () -> true);

        assertThatThrownBy(() -> body.read(NOTHING)).isInstanceOf(InterruptedIOException.class);
    }
}
