package org.example.spa;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The data of the page. */
@ApplicationPath("/api")
public class Api extends Application {}
