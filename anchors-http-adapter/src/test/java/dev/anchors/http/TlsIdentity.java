package dev.anchors.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A key and a certificate made by the JDK's keytool, once for all tests of a JVM.
 *
 * @param keyStore holds both; as a trust store it makes a client trust the certificate
 * @param key the key and the certificate of a server
 * @param trust the trust of a client in this certificate and no other
 */
record TlsIdentity(Path keyStore, KeyManagerFactory key, TrustManagerFactory trust) {

    private static final String PASSWORD = "not-a-secret";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    /** Returns the identity of services at 127.0.0.1. */
    static TlsIdentity ofService() {
        return OfService.IDENTITY;
    }

    /** Returns the identity of a service that is not at 127.0.0.1. */
    static TlsIdentity ofServiceElsewhere() {
        return OfServiceElsewhere.IDENTITY;
    }

    private static final class OfService {
        static final TlsIdentity IDENTITY = create("service", "ip:127.0.0.1");
    }

    private static final class OfServiceElsewhere {
        static final TlsIdentity IDENTITY = create("other-service", "dns:elsewhere.example");
    }

    private static TlsIdentity create(String alias, String subjectName) {
        try {
            Path directory = Files.createTempDirectory("anchors-tls");
            directory.toFile().deleteOnExit();
            Path keyStore = directory.resolve(alias + ".p12");
            keyStore.toFile().deleteOnExit();
            runKeytool(alias, subjectName, keyStore);
            return read(keyStore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void runKeytool(String alias, String subjectName, Path keyStore) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-J-XX:TieredStopAtLevel=1", // a program that ends so soon is not worth optimising
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-ext",
                "SAN=" + subjectName,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
    }

    private static TlsIdentity read(Path keyStore) throws IOException {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            key.init(keys, PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            return new TlsIdentity(keyStore, key, trust);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key store of a test cannot be used", e);
        }
    }

    /** Makes the JVM trust this certificate and no other, as in a program that is started with these properties. */
    void trustByDefault() {
        System.setProperty(TRUST_STORE, keyStore.toString());
        System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
    }

    /** Makes the JVM trust what it trusts by default. */
    static void resetTrust() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
    }

    /** Returns a new context of a client that trusts this certificate and no other. */
    SSLContext trustingContext() {
        return context(null, trust.getTrustManagers());
    }

    /** Returns what opens server sockets with this certificate. */
    ServerSocketFactory serverSocketFactory() {
        return context(key.getKeyManagers(), null).getServerSocketFactory();
    }

    private static SSLContext context(KeyManager @Nullable [] key, TrustManager @Nullable [] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(key, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key store of a test cannot be used", e);
        }
    }
}
