package org.example.stripes;

import net.sourceforge.stripes.action.DefaultHandler;
import net.sourceforge.stripes.action.RedirectResolution;
import net.sourceforge.stripes.action.Resolution;
import net.sourceforge.stripes.action.UrlBinding;

/** Ends the session, and goes to a page that is open to all. */
@UrlBinding("/secure/logout")
public class LogoutAction extends Page {

    @DefaultHandler
    public Resolution end() {
        getContext().getRequest().getSession().invalidate();
        return new RedirectResolution("/");
    }
}
