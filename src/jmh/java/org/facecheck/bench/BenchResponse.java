package org.facecheck.bench;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response that has not been committed. It takes headers and forgets them; a filter that refuses the request calls a method
 * that is not overridden here, and so stops the benchmark.
 */
final class BenchResponse extends HttpServletResponseWrapper {
    BenchResponse() {
        super(Stub.of(HttpServletResponse.class));
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public int getStatus() {
        return SC_OK;
    }

    @Override
    public void addHeader(String name, String value) {
        // Kept by a server; no filter reads it again.
    }

    @Override
    public void setHeader(String name, String value) {
        // Kept by a server; no filter reads it again.
    }
}
