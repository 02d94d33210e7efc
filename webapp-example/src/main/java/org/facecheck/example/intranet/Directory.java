package org.facecheck.example.intranet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the directory's page works with: a search text, and who fits it. */
@Named
@RequestScoped
public class Directory {
    private static final List<Colleague> ALL = List.of(
            new Colleague("Amina Al-Khalifa", "Treasury", "1401"),
            new Colleague("Jörg Weiß", "Workshop", "1217"),
            new Colleague("María José Núñez", "Front desk", "1000"),
            new Colleague("Priya Raman", "Human resources", "1333"),
            new Colleague("Tomasz Żak", "Warehouse", "1250"),
            new Colleague("Wei Zhang", "Engineering", "1122"));

    private String search = "";

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }

    public List<Colleague> getFound() {
        return ALL.stream().filter(colleague -> colleague.mentions(search)).toList();
    }
}
