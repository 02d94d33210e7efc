package org.facecheck.startup;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when first asked for, since an application's beans exist only after start-up. Thread-safe. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Once(Supplier<T> maker) {
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
