package dev.anchors.recipes;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the certificates in a file and no others. */
final class Trust {

    private Trust() {}

    static SSLContext in(Path trustStore, char[] password) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(trustStore.toFile(), password);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
