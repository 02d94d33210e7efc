package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.facecheck.FaceCheckEvent;

/** What an application is told of logins and logouts. */
@ApplicationScoped
public class LoginDiary {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    void note(@Observes FaceCheckEvent event) {
        lines.add(event.outcome() + " "
                + (event.caller() == null
                        ? "nobody"
                        : event.caller().getName() + " " + event.caller().roles()) + " in " + event.application());
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
