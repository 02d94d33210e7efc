package org.facecheck.bench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;

/**
 * Stands in for the methods that no benchmark calls. Each throws, so a filter that comes to call one is noticed instead of being
 * measured with a wrong answer.
 */
final class Stub {
    private Stub() {}

    static HttpServletRequest request() {
        return of(HttpServletRequest.class);
    }

    static HttpServletResponse response() {
        return of(HttpServletResponse.class);
    }

    static <T> T of(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(Stub.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    throw new UnsupportedOperationException(method.toString());
                }));
    }
}
