package org.facecheck.internal.concurrent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.runtime.ObjectMethods;

/**
 * What the JDK keeps of records. JDK 17 remembers, in static fields of {@link ObjectMethods}, the class of the record whose
 * generated {@code equals} or {@code hashCode} was linked last. If that is a record of an application, the application's class
 * loader stays in memory with all its classes after it has gone.
 */
public final class RecordLinkage {
    private RecordLinkage() {}

    /**
     * Has the JDK remember one of its own classes instead. To be called when the application ends.
     *
     * @return whether it was done; where it was not, one class loader may stay until the next record is linked
     */
    public static boolean forgetApplication() {
        try {
            MethodHandle self = MethodHandles.identity(String.class);
            for (String method : new String[] {"equals", "hashCode"}) {
                ObjectMethods.bootstrap(MethodHandles.lookup(), method, MethodHandle.class, String.class, "self", self);
            }
            return true;
        } catch (Throwable unsupported) { // another JDK may want a record there
            return false;
        }
    }
}
