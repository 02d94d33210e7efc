package org.facecheck.example.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The example as it was built, told at which address it stands during the tests, and to take pictures by itself: its portraits are
 * drawn, so that no detector would see a face in them.
 */
final class ExampleWar {
    private static final ArchivePath CONFIG =
            ArchivePaths.create("WEB-INF/classes/META-INF/microprofile-config.properties");

    private ExampleWar() {}

    static WebArchive named(String name, Map<String, String> settings) {
        WebArchive built = ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("example.war")));
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war").merge(built);
        Properties config = read(built);
        config.setProperty("facecheck.service.base-url", "http://127.0.0.1:28080/" + name + "/sandbox");
        config.setProperty("facecheck.capture.auto", "true");
        config.putAll(settings);
        war.delete(CONFIG);
        return war.add(new StringAsset(text(config)), CONFIG);
    }

    private static Properties read(WebArchive built) {
        Properties config = new Properties();
        try (InputStream file = built.get(CONFIG).getAsset().openStream()) {
            config.load(file);
            return config;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Properties config) {
        StringWriter text = new StringWriter();
        try {
            config.store(text, null);
            return text.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
