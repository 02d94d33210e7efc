package org.example.wicket;

import org.apache.wicket.markup.html.WebPage;
import org.apache.wicket.markup.html.basic.Label;

/** Shows what a form or a link has sent. */
public class EchoPage extends WebPage {
    private static final long serialVersionUID = 1L;

    @Override
    protected void onInitialize() {
        super.onInitialize();
        String name =
                getRequest().getRequestParameters().getParameterValue("name").toString("");
        add(new Label("name", "name=[" + name + "]").setEscapeModelStrings(false));
    }
}
