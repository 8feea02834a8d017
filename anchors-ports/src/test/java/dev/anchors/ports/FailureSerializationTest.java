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

/** Tests Java serialization, with which build tools and remote calls send exceptions to another JVM. */
class FailureSerializationTest {

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_unchanged_after_serialization(AnchorRepositoryException original) throws Exception {
        AnchorRepositoryException copy = deserialize(serialize(original));

        assertThat(copy).hasSameClassAs(original).hasMessage(original.getMessage());
        assertThat(copy.operation()).isEqualTo(original.operation());
        assertThat(copy.effect()).isEqualTo(original.effect());
        assertThat(copy).cause().isInstanceOf(IOException.class).hasMessage("connection reset");
        assertThat(ownFields(copy)).isEqualTo(ownFields(original));
    }

    static Stream<AnchorRepositoryException> failures() {
        return Failures.causedBy(new IOException("connection reset"));
    }

    private static Object ownFields(AnchorRepositoryException failure) {
        if (failure instanceof AnchorNotFoundException notFound) {
            return notFound.anchor();
        } else if (failure instanceof MalformedResponseException malformed) {
            return malformed.pointer();
        } else if (failure instanceof RequestRefusedException refused) {
            return refused.status() + refused.text();
        } else if (failure instanceof ServiceFailedException failed) {
            return failed.status() + failed.text();
        } else if (failure instanceof TimedOutException timedOut) {
            return timedOut.timeout();
        }
        return "none";
    }

    private static byte[] serialize(AnchorRepositoryException failure) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        return bytes.toByteArray();
    }

    private static AnchorRepositoryException deserialize(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (AnchorRepositoryException) in.readObject();
        }
    }
}
