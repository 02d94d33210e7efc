package org.facecheck.fake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Gives Facecheck's classes anew, in a server that does not have what their names begin with. */
public final class HidingClassLoader extends ClassLoader {
    private static final String OWN = "org.facecheck.";
    private static final String FAKES = OWN + "fake.";

    private final List<String> hidden;

    public HidingClassLoader(String... hidden) {
        super(HidingClassLoader.class.getClassLoader());
        this.hidden = List.of(hidden);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith(OWN) || name.startsWith(FAKES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : defined(name);
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
