package org.example.tapestry.services;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import org.apache.tapestry5.ioc.services.ClasspathURLConverter;

/** Tapestry looks for its pages in folders and jars; WildFly has a file system of its own, and Tapestry's users such a class. */
public class ServerFiles implements ClasspathURLConverter {

    @Override
    public URL convert(URL url) {
        if (!url.getProtocol().startsWith("vfs")) {
            return url;
        }
        try {
            Object content = url.openConnection().getContent();
            if (content instanceof InputStream file) {
                file.close();
                return url;
            }
            for (Object file : (List<?>) ask(content, "getChildrenRecursively")) {
                // Lays it down as a file.
                ask(file, "getPhysicalFile");
            }
            return ((File) ask(content, "getPhysicalFile")).toURI().toURL();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Object ask(Object file, String what) {
        try {
            return file.getClass().getMethod(what).invoke(file);
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(other);
        }
    }
}
