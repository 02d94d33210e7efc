package org.facecheck.internal.deployment;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.facecheck.internal.config.reader.ConfigReader;
import org.facecheck.internal.config.source.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Facecheck's jar, as an application has it that is one of several: in the {@code lib} of their EAR, or as a module of the
 * server's. A server runs its initializer in each of them, whether it was meant or not; an application with the jar in its own
 * {@code WEB-INF/lib} was meant.
 *
 * <p>Class loaders tell which of the two it is: what an application has for itself is what its loader finds, and the loader of the
 * jar does not. But on Open Liberty another loader stands before the one of the application's classes, and finds no more than
 * that; so the application is looked through, too.
 *
 * @param application loads what belongs to one application
 * @param jar loads Facecheck
 */
public record SharedJar(ClassLoader application, @Nullable ClassLoader jar) {
    private static final String CLASS = SharedJar.class.getName().replace('.', '/') + ".class";
    private static final String CONFIGURATION = "META-INF/microprofile-config.properties";
    private static final String NAME = "facecheck";

    /** As the application at its start sees it. */
    public static SharedJar of(ServletContext context) {
        return new SharedJar(context.getClassLoader(), SharedJar.class.getClassLoader());
    }

    /**
     * Whether nobody meant this application when the jar was put where several have it. That needs all of these, since an
     * application that was meant would be open in silence; whatever can't be read is taken for something that was meant:
     *
     * <ol>
     *   <li>the jar is shared, and the application has none of its own besides;
     *   <li>in its own file, its context parameters and its listeners there is nothing of Facecheck's, in whichever spelling;
     *   <li>what is said elsewhere, for all applications of the server or the EAR, names no rule, nor anything that could have
     *       been meant as one. The service's credentials may well be there, in the environment.
     * </ol>
     */
    public boolean isUnmeantIn(ServletContext context, DeploymentDescriptor webXml, Settings settings) {
        try {
            return application != jar
                    && own(CLASS).isEmpty()
                    && !webXml.declaresFaceCheckListener()
                    && ownKeys(context).stream()
                            .noneMatch(key -> key.toLowerCase(Locale.ROOT).contains(NAME))
                    && ConfigReader.isWithoutRules(settings)
                    && !isInside(context); // the last, since it reads all jars
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether the class is one of the application's files, or in one of its jars. */
    private static boolean isInside(ServletContext context) throws IOException {
        if (context.getResource("/WEB-INF/classes/" + CLASS) != null) {
            return true;
        }
        Set<String> libraries = context.getResourcePaths("/WEB-INF/lib/");
        for (String library : libraries == null ? Set.<String>of() : libraries) {
            try (InputStream file = context.getResourceAsStream(library)) {
                if (file != null && contains(new ZipInputStream(file))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(ZipInputStream jar) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (entry.getName().equals(CLASS)) {
                return true;
            }
        }
        return false;
    }

    private List<String> ownKeys(ServletContext context) throws IOException {
        List<String> keys = new ArrayList<>(Collections.list(context.getInitParameterNames()));
        for (URL file : own(CONFIGURATION)) {
            Properties properties = new Properties();
            try (InputStream stream = file.openStream()) {
                properties.load(stream);
            }
            keys.addAll(properties.stringPropertyNames());
        }
        return keys;
    }

    private List<URL> own(String resource) throws IOException {
        if (jar == null) {
            return Collections.list(application.getResources(resource));
        }
        Set<String> shared = Collections.list(jar.getResources(resource)).stream()
                .map(URL::toString)
                .collect(Collectors.toSet());
        return Collections.list(application.getResources(resource)).stream()
                .filter(found -> !shared.contains(found.toString()))
                .toList();
    }
}
