package org.facecheck.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What somebody writes into a Faces form. */
@Named("person")
@RequestScoped
public class NameBean {
    private String name;
    private String town;
    private String saved;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTown() {
        return town;
    }

    public void setTown(String town) {
        this.town = town;
    }

    /** What would go into the database, {@code null} before anything has. */
    public String getSaved() {
        return saved;
    }

    public void save() {
        saved = name + '|' + town;
    }
}
