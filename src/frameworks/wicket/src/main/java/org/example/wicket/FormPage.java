package org.example.wicket;

import org.apache.wicket.markup.html.WebPage;
import org.apache.wicket.markup.html.basic.Label;
import org.apache.wicket.markup.html.form.Form;
import org.apache.wicket.markup.html.form.TextField;
import org.apache.wicket.model.IModel;
import org.apache.wicket.model.Model;

/** A form whose state the server holds. */
public class FormPage extends WebPage {
    private static final long serialVersionUID = 1L;

    private final IModel<String> name = Model.of("");

    @Override
    protected void onInitialize() {
        super.onInitialize();
        Form<Void> form = new Form<>("form");
        form.add(new TextField<>("who", name));
        add(form, new Label("saved", name.map(text -> "saved=[" + text + "]")).setEscapeModelStrings(false));
    }
}
