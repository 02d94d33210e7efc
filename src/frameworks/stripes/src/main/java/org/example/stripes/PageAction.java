package org.example.stripes;

import java.util.Objects;
import net.sourceforge.stripes.action.DefaultHandler;
import net.sourceforge.stripes.action.Resolution;
import net.sourceforge.stripes.action.UrlBinding;

/** Shows what a form or a link has sent. */
@UrlBinding("/secure/page")
public class PageAction extends Page {
    private String name;

    @DefaultHandler
    public Resolution show() {
        return showing("PROTECTED name=[" + Objects.toString(name, "") + "]");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
