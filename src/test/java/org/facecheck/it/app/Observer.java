package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.facecheck.FaceCheckEvent;

/** The application's own audit. */
@ApplicationScoped
public class Observer {
    private final List<FaceCheckEvent.Outcome> outcomes = new CopyOnWriteArrayList<>();

    void observe(@Observes FaceCheckEvent event) {
        outcomes.add(event.outcome());
    }

    public List<FaceCheckEvent.Outcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
