package org.example.wicket;

import org.apache.wicket.markup.html.WebPage;

/** Open to everybody. */
public class StartPage extends WebPage {
    private static final long serialVersionUID = 1L;
}
