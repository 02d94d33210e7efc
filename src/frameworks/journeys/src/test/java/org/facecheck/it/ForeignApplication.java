package org.facecheck.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WARs beside this module, each as its own build left it, with the jar dropped in and three keys. */
final class ForeignApplication {
    private ForeignApplication() {}

    static TestWar withFacecheck(String framework) {
        File war = Path.of(System.getProperty("frameworks"), framework, "target", framework + ".war")
                .toFile();
        return TestWar.of(war);
    }

    /** The same with a changed {@code web.xml}. */
    static WebArchive withDescriptor(WebArchive war, UnaryOperator<String> change) {
        try (InputStream old = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            String changed = change.apply(new String(old.readAllBytes(), StandardCharsets.UTF_8));
            war.delete("WEB-INF/web.xml");
            return war.add(new StringAsset(changed), "WEB-INF/web.xml");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
