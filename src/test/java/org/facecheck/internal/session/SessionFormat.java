package org.facecheck.internal.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** How a container writes what a session holds, to another server or to a disk, and reads it again. */
interface SessionFormat {

    /** Java's own serialisation, and JBoss Marshalling as WildFly 26 and WildFly 39 have it. */
    List<SessionFormat> ALL = List.of(new Java(), River.of("2.0.12.Final"), River.of("2.2.3.Final"));

    byte[] write(Object value) throws Exception;

    /** Reads with the classes that the application's class loader has: this version's, or another one's. */
    Object read(byte[] stored, ClassLoader application) throws Exception;

    default Object read(byte[] stored) throws Exception {
        return read(stored, SessionFormat.class.getClassLoader());
    }

    record Java() implements SessionFormat {
        @Override
        public byte[] write(Object value) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            return bytes.toByteArray();
        }

        @Override
        public Object read(byte[] stored, ClassLoader application) throws IOException, ClassNotFoundException {
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored)) {
                @Override
                protected Class<?> resolveClass(ObjectStreamClass named) throws ClassNotFoundException {
                    return Class.forName(named.getName(), false, application);
                }
            }) {
                return in.readObject();
            }
        }

        @Override
        public String toString() {
            return "java-serialization";
        }
    }

    /**
     * JBoss Marshalling's protocol "river". Each version is in a class loader of its own, which the build has filled, and is
     * therefore called by reflection.
     */
    record River(String version, ClassLoader library) implements SessionFormat {
        private static final String PACKAGE = "org.jboss.marshalling.";

        static River of(String version) {
            File[] jars =
                    new File("target/marshalling/" + version).listFiles((directory, name) -> name.endsWith(".jar"));
            if (jars == null) {
                throw new IllegalStateException("run by Maven, which copies JBoss Marshalling to target/marshalling");
            }
            URL[] urls = new URL[jars.length];
            try {
                for (int i = 0; i < jars.length; i++) {
                    urls[i] = jars[i].toURI().toURL();
                }
            } catch (MalformedURLException never) {
                throw new IllegalStateException(never);
            }
            return new River(version, new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
        }

        @Override
        public byte[] write(Object value) throws Exception {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Class<?> type = type("Marshaller");
            ObjectOutput marshaller =
                    (ObjectOutput) create("createMarshaller", value.getClass().getClassLoader());
            Object to = type("Marshalling")
                    .getMethod("createByteOutput", OutputStream.class)
                    .invoke(null, bytes);
            type.getMethod("start", type("ByteOutput")).invoke(marshaller, to);
            marshaller.writeObject(value);
            type.getMethod("finish").invoke(marshaller);
            return bytes.toByteArray();
        }

        @Override
        public Object read(byte[] stored, ClassLoader application) throws Exception {
            Class<?> type = type("Unmarshaller");
            ObjectInput unmarshaller = (ObjectInput) create("createUnmarshaller", application);
            Object from = type("Marshalling")
                    .getMethod("createByteInput", InputStream.class)
                    .invoke(null, new ByteArrayInputStream(stored));
            type.getMethod("start", type("ByteInput")).invoke(unmarshaller, from);
            return unmarshaller.readObject();
        }

        private Object create(String method, ClassLoader application) throws ReflectiveOperationException {
            Class<?> configurationType = type("MarshallingConfiguration");
            Object configuration = configurationType.getConstructor().newInstance();
            Object resolver = type("SimpleClassResolver")
                    .getConstructor(ClassLoader.class)
                    .newInstance(application);
            configurationType
                    .getMethod("setClassResolver", type("ClassResolver"))
                    .invoke(configuration, resolver);
            Object factory =
                    type("river.RiverMarshallerFactory").getConstructor().newInstance();
            return type("MarshallerFactory")
                    .getMethod(method, configurationType)
                    .invoke(factory, configuration);
        }

        private Class<?> type(String name) throws ClassNotFoundException {
            return library.loadClass(PACKAGE + name);
        }

        @Override
        public String toString() {
            return "river-" + version;
        }
    }
}
