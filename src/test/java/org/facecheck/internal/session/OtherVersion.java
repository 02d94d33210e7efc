package org.facecheck.internal.session;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.internal.attempts.AttemptCount;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a session holds, as another version of Facecheck would have them: one of them with a field more or with a
 * field less. They have the names, the fields and the serialVersionUID of ours and no code, which serialisation needs none of.
 */
final class OtherVersion extends ClassLoader {
    static final List<Class<?>> STORED = List.of(
            Pass.class,
            KycIdentity.class,
            VerificationState.class,
            PendingRequest.class,
            RememberedRequest.class,
            Form.class,
            IssuedToken.class,
            AttemptCount.class,
            FaceCaller.class);

    /** What a class has that is a field more. */
    static final String MORE = "device";

    private final Class<?> changed;
    private final @Nullable String missing;

    private OtherVersion(Class<?> changed, @Nullable String missing) {
        super(OtherVersion.class.getClassLoader());
        this.changed = changed;
        this.missing = missing;
    }

    static OtherVersion withFieldMore(Class<?> changed) {
        return new OtherVersion(changed, null);
    }

    static OtherVersion withFieldLess(Class<?> changed, String missing) {
        return new OtherVersion(changed, missing);
    }

    /** The fields that are stored. */
    static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            for (Class<?> type : STORED) {
                if (type.getName().equals(name)) {
                    byte[] bytes = bytesOf(type);
                    return defineClass(name, bytes, 0, bytes.length);
                }
            }
            return super.loadClass(name, resolve);
        }
    }

    private byte[] bytesOf(Class<?> type) {
        DynamicType.Builder<?> builder = new ByteBuddy()
                .subclass(Object.class)
                .name(type.getName())
                .modifiers(Modifier.PUBLIC | Modifier.FINAL)
                .implement(Serializable.class)
                .defineField("serialVersionUID", long.class, Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL)
                .value(1L);
        for (Field field : fields(type)) {
            if (type != changed || !field.getName().equals(missing)) {
                builder = builder.defineField(field.getName(), field.getType(), Modifier.PUBLIC);
            }
        }
        if (type == changed && missing == null) {
            builder = builder.defineField(MORE, String.class, Modifier.PUBLIC);
        }
        try (DynamicType.Unloaded<?> made = builder.make()) {
            return made.getBytes();
        }
    }

    /** The same value in the classes of the other version. */
    Object translate(Object ours) throws ReflectiveOperationException {
        if (ours instanceof ArrayList<?> list) {
            ArrayList<Object> theirs = new ArrayList<>();
            for (Object one : list) {
                theirs.add(translate(one));
            }
            return theirs;
        }
        if (!STORED.contains(ours.getClass())) {
            return ours;
        }
        Class<?> type = loadClass(ours.getClass().getName());
        Object theirs = type.getConstructor().newInstance();
        for (Field field : fields(ours.getClass())) {
            field.setAccessible(true);
            Object value = field.get(ours);
            if (value != null
                    && Arrays.stream(type.getFields())
                            .anyMatch(one -> one.getName().equals(field.getName()))) {
                type.getField(field.getName()).set(theirs, translate(value));
            }
        }
        if (type.getName().equals(changed.getName()) && missing == null) {
            type.getField(MORE).set(theirs, "phone");
        }
        return theirs;
    }

    @Override
    public String toString() {
        return changed.getSimpleName() + (missing == null ? " with a field more" : " without " + missing);
    }
}
