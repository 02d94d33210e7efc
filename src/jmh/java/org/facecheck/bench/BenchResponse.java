package org.facecheck.bench;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response that nobody has refused anything in; if somebody does, the benchmark stops. */
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
        // as any response would
    }

    @Override
    public void setHeader(String name, String value) {
        // as any response would
    }
}
