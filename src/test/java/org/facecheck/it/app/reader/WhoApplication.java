package org.facecheck.it.app.reader;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Jakarta REST below a rule. */
@ApplicationPath("/secure/api")
public class WhoApplication extends Application {}
