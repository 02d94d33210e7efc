package org.facecheck.it.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts a filter before all others, as libraries do. */
@WebListener
public class EarlyFilter implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        FilterRegistration.Dynamic early = event.getServletContext().addFilter("early", new OldLogin());
        early.setAsyncSupported(true);
        early.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
}
