package org.facecheck.engine.service;

import java.io.IOException;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageRequest;

/** The page where people enrol themselves, at {@code /self/*}, which the operator puts behind the server's login. */
public final class SelfServlet extends OperatorServlet {
    private static final long serialVersionUID = 1;

    @Override
    PageAnswer answer(EngineService service, PageRequest asked) throws IOException {
        return service.selfPages().answer(asked);
    }
}
