package dev.anchors.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Build tools and remote callers send exceptions from one JVM to another. */
class FailureSerializationTest {

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_arrives_as_it_was_sent(AnchorRepositoryException sent) throws Exception {
        AnchorRepositoryException arrived = read(written(sent));

        assertThat(arrived).hasSameClassAs(sent).hasMessage(sent.getMessage());
        assertThat(arrived.operation()).isEqualTo(sent.operation());
        assertThat(arrived.effect()).isEqualTo(sent.effect());
        assertThat(arrived).cause().isInstanceOf(IOException.class).hasMessage("connection reset");
        assertThat(own(arrived)).isEqualTo(own(sent));
    }

    static Stream<AnchorRepositoryException> failures() {
        return Failures.causedBy(new IOException("connection reset"));
    }

    private static Object own(AnchorRepositoryException failure) {
        if (failure instanceof AnchorNotFoundException notFound) {
            return notFound.anchor();
        } else if (failure instanceof MalformedResponseException protocol) {
            return protocol.pointer();
        } else if (failure instanceof RequestRefusedException rejected) {
            return rejected.status() + rejected.text();
        } else if (failure instanceof ServiceFailedException failed) {
            return failed.status() + failed.text();
        } else if (failure instanceof TimedOutException timedOut) {
            return timedOut.timeout();
        }
        return "nothing of its own";
    }

    private static byte[] written(AnchorRepositoryException failure) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        return bytes.toByteArray();
    }

    private static AnchorRepositoryException read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (AnchorRepositoryException) in.readObject();
        }
    }
}
