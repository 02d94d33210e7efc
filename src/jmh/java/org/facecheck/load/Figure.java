package org.facecheck.load;

import java.util.Map;

/** A measured result: a line of the table and a row of the file. */
interface Figure {
    /** As it is printed. */
    String text();

    /** As it is stored: numbers and texts by name. */
    Map<String, Object> fields();

    /**
     * Refuses a result that can't be right, whatever the reason. A measurement that went wrong must end in a failure and not in
     * a number that is published.
     */
    void requirePlausible() throws ImplausibleFigureException;
}
