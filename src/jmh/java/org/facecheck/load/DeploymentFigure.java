package org.facecheck.load;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long a server takes to deploy a small WAR, without Facecheck and with it, in milliseconds. */
record DeploymentFigure(String server, long plainMillis, long guardedMillis) implements Figure {
    @Override
    public String text() {
        return String.format(
                Locale.ROOT,
                "%-9s a deployment takes %d ms, with Facecheck %d ms%n",
                server,
                plainMillis,
                guardedMillis);
    }

    @Override
    public Map<String, Object> fields() {
        return new TreeMap<>(
                Map.of("server", server, "plainDeploymentMillis", plainMillis, "deploymentMillis", guardedMillis));
    }

    @Override
    public void requirePlausible() {
        ImplausibleFigureException.unless(
                plainMillis > 0 && guardedMillis > plainMillis,
                "%s: the WAR took %d ms to deploy, and the same WAR with Facecheck in it took %d ms",
                server,
                plainMillis,
                guardedMillis);
    }
}
