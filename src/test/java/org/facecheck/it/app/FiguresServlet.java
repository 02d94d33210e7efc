package org.facecheck.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Date;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Writes what JMX has of Facecheck, as an operator's tool reads it: by names, without a class of the application's. */
@WebServlet("/open/figures")
public class FiguresServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        PrintWriter out = response.getWriter();
        try {
            for (ObjectName name : new TreeSet<>(server.queryNames(new ObjectName("org.facecheck:*"), null))) {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                    String line = name + " " + attribute.getName();
                    write(line, server.getAttribute(name, attribute.getName()), out);
                }
            }
        } catch (JMException broken) {
            throw new IOException(broken);
        }
    }

    /** Has an operator's action done. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName pattern = new ObjectName(
                    "org.facecheck:application=" + ObjectName.quote(request.getParameter("application")) + ",*");
            for (ObjectName name : server.queryNames(pattern, null)) {
                server.invoke(name, request.getParameter("action"), new Object[0], new String[0]);
            }
        } catch (JMException broken) {
            throw new IOException(broken);
        }
    }

    private static void write(String line, Object value, PrintWriter out) {
        if (value instanceof TabularData) {
            for (Object row : ((TabularData) value).values()) {
                out.println(line + "." + ((CompositeData) row).get("key") + "=" + ((CompositeData) row).get("value"));
            }
        } else {
            out.println(line + "=" + (value instanceof Date ? ((Date) value).toInstant() : value));
        }
    }
}
