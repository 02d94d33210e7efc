package org.example.wicket;

/** The same at an address of its own. */
public class SavePage extends EchoPage {
    private static final long serialVersionUID = 1L;
}
