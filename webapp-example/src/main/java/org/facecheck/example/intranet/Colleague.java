package org.facecheck.example.intranet;

import java.util.Locale;

/**
 * One line of the directory.
 *
 * @param name as on the door
 * @param department that pays
 * @param extension of the telephone
 */
public record Colleague(String name, String department, String extension) {

    /** Whether the text occurs in any of it; everybody has the empty text. */
    boolean mentions(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return (name + ' ' + department + ' ' + extension)
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    // Expression language finds a bean's properties by these names.

    public String getName() {
        return name;
    }

    public String getDepartment() {
        return department;
    }

    public String getExtension() {
        return extension;
    }
}
