package org.facecheck.internal.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when first asked for, since an application's beans exist only after start-up. Thread-safe. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T value = made;
        if (value == null) {
            synchronized (this) {
                value = made;
                if (value == null) {
                    value = maker.get();
                    made = value;
                }
            }
        }
        return value;
    }
}
