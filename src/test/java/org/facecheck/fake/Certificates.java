package org.facecheck.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for this very machine, good and bad, made with the JDK's {@code keytool}; all but one by an authority of its own. */
public final class Certificates {

    /** Of all stores that are made here. */
    public static final String PASSWORD = "changeit";

    private static final String AUTHORITY = "authority";
    private static final String HERE = "san=ip:127.0.0.1,dns:faceki.test";

    /** What there is to present. */
    public enum Certificate {
        GOOD("-signer", AUTHORITY, "-ext", HERE),
        EXPIRED("-signer", AUTHORITY, "-ext", HERE, "-startdate", "-30d", "-validity", "10"),
        NOT_YET_VALID("-signer", AUTHORITY, "-ext", HERE, "-startdate", "+30d"),
        FOR_ANOTHER_HOST("-signer", AUTHORITY, "-ext", "san=ip:127.0.0.2,dns:other.test"),
        BY_NOBODY_KNOWN("-ext", HERE);

        private final List<String> options;

        Certificate(String... options) {
            this.options = List.of(options);
        }
    }

    private final Path file;
    private final KeyStore keys;

    /** @param directory for a while, for keytool */
    public Certificates(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        file = directory.resolve("certificates.p12");
        make(AUTHORITY, List.of("-ext", "bc:c"));
        for (Certificate certificate : Certificate.values()) {
            make(certificate.name(), certificate.options);
        }
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
    }

    private void make(String alias, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-alias",
                alias));
        command.addAll(options);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** Makes sockets that present this certificate. */
    public ServerSocketFactory server(Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore one = empty();
        String alias = certificate.name();
        char[] password = PASSWORD.toCharArray();
        one.setKeyEntry(alias, keys.getKey(alias, password), password, keys.getCertificateChain(alias));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(one, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    /** Trusts the authority, and nobody else. */
    public SSLContext client() throws GeneralSecurityException, IOException {
        KeyStore trusted = trusted();
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** Writes what a JVM has to trust that is to trust the authority, and nobody else. */
    public void writeTrusted(Path store) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted().store(out, PASSWORD.toCharArray());
        }
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry(AUTHORITY, keys.getCertificate(AUTHORITY));
        return trusted;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
