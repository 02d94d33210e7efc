package org.example.tapestry.pages.secure;

import org.apache.tapestry5.annotations.Persist;
import org.apache.tapestry5.annotations.Property;

/** A form of Tapestry's own, whose values wait in the session for the page that follows. */
public class Form {

    @Property
    @Persist
    private String who;

    public String getSaved() {
        return "saved=[" + who + "]";
    }
}
