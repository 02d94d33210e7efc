package org.example.stripes;

import net.sourceforge.stripes.action.ActionBean;
import net.sourceforge.stripes.action.ActionBeanContext;
import net.sourceforge.stripes.action.Resolution;
import net.sourceforge.stripes.action.StreamingResolution;

/** What all actions have. */
public abstract class Page implements ActionBean {
    private ActionBeanContext context;

    static Resolution showing(String text) {
        StreamingResolution page = new StreamingResolution("text/html", "<!DOCTYPE html><title>Page</title><p>" + text);
        page.setCharacterEncoding("UTF-8");
        return page;
    }

    @Override
    public ActionBeanContext getContext() {
        return context;
    }

    @Override
    public void setContext(ActionBeanContext context) {
        this.context = context;
    }
}
