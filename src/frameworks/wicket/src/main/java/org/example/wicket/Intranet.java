package org.example.wicket;

import org.apache.wicket.Page;
import org.apache.wicket.protocol.http.WebApplication;

/** The application, with its pages at fixed addresses. */
public class Intranet extends WebApplication {

    @Override
    public Class<? extends Page> getHomePage() {
        return StartPage.class;
    }

    @Override
    protected void init() {
        super.init();
        mountPage("/secure/page", EchoPage.class);
        mountPage("/secure/save", SavePage.class);
        mountPage("/secure/upload", UploadPage.class);
        mountPage("/secure/form", FormPage.class);
        mountPage("/secure/logout", LogoutPage.class);
    }
}
