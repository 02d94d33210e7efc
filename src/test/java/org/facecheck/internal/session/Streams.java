package org.facecheck.internal.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes objects as another version of their class would have: with whatever components a test likes. */
final class Streams {
    private Streams() {}

    /** A component of the other version; its value a text, a number, a flag, another {@link Old} or {@code null}. */
    record Component(String name, String type, Object value) {
        static Component text(String name, String value) {
            return new Component(name, "Ljava/lang/String;", value);
        }

        static Component number(String name, long value) {
            return new Component(name, "J", value);
        }

        static Component flag(String name, boolean value) {
            return new Component(name, "Z", value);
        }

        boolean isPrimitive() {
            return type.length() == 1;
        }

        static Component of(String name, Class<?> type, Object value) {
            return new Component(name, type.descriptorString(), value);
        }
    }

    /** A value of another version of a class. */
    record Old(Class<?> type, Component... components) {
        byte[] bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
                out.writeShort(ObjectStreamConstants.STREAM_VERSION);
                writeTo(out);
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
            return bytes.toByteArray();
        }

        /** By the grammar of the Java Object Serialization Specification, section 6.4. */
        private void writeTo(DataOutputStream out) throws IOException {
            List<Component> ordered = new ArrayList<>();
            Arrays.stream(components).filter(Component::isPrimitive).forEach(ordered::add);
            Arrays.stream(components).filter(one -> !one.isPrimitive()).forEach(ordered::add);
            out.writeByte(ObjectStreamConstants.TC_OBJECT);
            out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
            out.writeUTF(type.getName());
            out.writeLong(1);
            out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
            out.writeShort(ordered.size());
            for (Component component : ordered) {
                out.writeByte(component.type().charAt(0));
                out.writeUTF(component.name());
                if (component.type().length() > 1) {
                    writeText(component.type(), out);
                }
            }
            out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
            out.writeByte(ObjectStreamConstants.TC_NULL);
            for (Component component : ordered) {
                write(component.value(), out);
            }
        }

        private static void write(Object value, DataOutputStream out) throws IOException {
            if (value instanceof Long number) {
                out.writeLong(number);
            } else if (value instanceof Boolean flag) {
                out.writeBoolean(flag);
            } else if (value instanceof String text) {
                writeText(text, out);
            } else if (value instanceof Old old) {
                old.writeTo(out);
            } else {
                out.writeByte(ObjectStreamConstants.TC_NULL);
            }
        }

        private static void writeText(String text, DataOutputStream out) throws IOException {
            out.writeByte(ObjectStreamConstants.TC_STRING);
            out.writeUTF(text);
        }
    }

    static Object read(byte[] stream) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
            return in.readObject();
        }
    }

    static Object stored(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return read(bytes.toByteArray());
    }
}
