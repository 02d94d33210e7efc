package org.example.wicket;

/** Ends the session. */
public class LogoutPage extends StartPage {
    private static final long serialVersionUID = 1L;

    @Override
    protected void onInitialize() {
        super.onInitialize();
        getSession().invalidateNow();
    }
}
